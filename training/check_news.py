"""Check the own news sentences: marks, tokens, near-duplicates, patterns; print counts per label."""

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import spacy
from spacy.language import Language

from training.news_sentences import LABELS, NewsSentence, numbered_news

FOLDER = Path(__file__).parent / "news"
TITLES = Path(__file__).parent / "titles.txt"
SHINGLE = 3
# Shared three-word runs, and shared words, from which two sentences count as one; less is allowed between the parts.
SAME_RUNS = {True: 0.4, False: 0.3}
SAME_WORDS = {True: 0.75, False: 0.65}
PATTERN_WORDS = 4
PATTERN_SHARE = 0.1
# A part with fewer sentences has no shares worth judging.
FEWEST = 50
EDGE = re.compile(r"^(the|a|an) |['’]s$|[,;:!?]$")
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, the part it belongs to (train or test) and where it stands."""

    part: str
    place: str
    sentence: NewsSentence


def read_lines(folder: Path) -> Iterator[Line]:
    """The sentences of every .txt file; ValueError for a broken mark or a file of no part."""
    for path in sorted(folder.glob("*.txt")):
        part = path.name.partition("-")[0]
        if part not in {"train", "test"}:
            raise ValueError(f"{path}: the name must start with train- or test-")
        for number, sentence in numbered_news(path):
            yield Line(part, f"{path.name}:{number}", sentence)


def span_faults(lines: list[Line], nlp: Language, titles: frozenset[str]) -> Iterator[str]:
    """Names that split a token, or begin or end with what the guideline leaves outside."""
    for line in lines:
        doc = nlp.make_doc(line.sentence.text)
        for entity in line.sentence.entities:
            name = line.sentence.text[entity.start : entity.end]
            if doc.char_span(entity.start, entity.end) is None:
                yield f"{line.place}: {name!r} does not fall on token borders: {[token.text for token in doc]}"
            if entity.label != "DATE" and EDGE.search(name):
                yield f"{line.place}: {name!r} begins or ends with a word or mark that stays outside"
            first = name.split()[0].lower().rstrip(".")
            if entity.label == "PERSON" and first in titles and " " in name:
                yield f"{line.place}: {name!r} begins with a title"


def words_of(line: Line) -> list[str]:
    """The words of a sentence in lower case."""
    return WORD.findall(line.sentence.text.lower())


def shingles(words: list[str]) -> frozenset[tuple[str, ...]]:
    """Every run of SHINGLE words."""
    return frozenset(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))


def near_duplicates(lines: list[Line]) -> Iterator[str]:
    """Pairs of sentences that share too many words; only pairs with a common run of words are compared."""
    words = [words_of(line) for line in lines]
    runs = [shingles(each) for each in words]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, each in enumerate(runs):
        for run in each:
            holders[run].append(index)
    pairs = {pair for indexes in holders.values() for pair in combinations(indexes, 2)}
    for a, b in sorted(pairs):
        same_part = lines[a].part == lines[b].part
        alike = overlap(runs[a], runs[b]) >= SAME_RUNS[same_part]
        if alike or overlap(frozenset(words[a]), frozenset(words[b])) >= SAME_WORDS[same_part]:
            yield f"{lines[a].place} and {lines[b].place} say nearly the same"


def overlap(one: frozenset[object], other: frozenset[object]) -> float:
    """Shared part of two sets, 0 to 1."""
    return len(one & other) / max(1, len(one | other))


def pattern(sentence: NewsSentence) -> str:
    """The first words with names as their labels and numbers as 0."""
    text, position = "", 0
    for entity in sentence.entities:
        text += sentence.text[position : entity.start] + entity.label
        position = entity.end
    text += sentence.text[position:]
    return " ".join(re.sub(r"\d[\d.,]*", "0", text).split()[:PATTERN_WORDS])


def worn_patterns(lines: list[Line]) -> Iterator[str]:
    """Openings that too large a share of a part's sentences has."""
    for part in sorted({line.part for line in lines}):
        patterns = Counter(pattern(line.sentence) for line in lines if line.part == part)
        for opening, count in patterns.most_common(3):
            if patterns.total() >= FEWEST and count > PATTERN_SHARE * patterns.total():
                yield f"{part}: {count} of {patterns.total()} sentences begin {opening!r}"


def doubts(lines: list[Line]) -> Iterator[str]:
    """Names that bear several labels, and lines where a name marked elsewhere stands unmarked."""
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        for entity in line.sentence.entities:
            labels[line.sentence.text[entity.start : entity.end]][entity.label] += 1
    for name, counts in sorted(labels.items()):
        if len(counts) > 1:
            yield f"{name}: {', '.join(f'{label} {count}' for label, count in counts.most_common())}"
    for line in lines:
        rest = unmarked(line.sentence)
        for run in re.findall(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*", rest):
            if labels[run].total() > 0:
                yield f"{line.place}: {run} is not marked here"


def unmarked(sentence: NewsSentence) -> str:
    """The text with its names blanked out."""
    text = sentence.text
    for entity in sentence.entities:
        text = text[: entity.start] + "_" * (entity.end - entity.start) + text[entity.end :]
    return text


def counts_table(lines: list[Line]) -> str:
    """Sentences, words, openings and names per label of each part."""
    rows = []
    for part in sorted({line.part for line in lines}):
        own = [line for line in lines if line.part == part]
        labels = Counter(entity.label for line in own for entity in line.sentence.entities)
        opening, count = Counter(pattern(line.sentence) for line in own).most_common(1)[0]
        words = sum(len(words_of(line)) for line in own)
        bare = sum(not line.sentence.entities for line in own)
        named = ", ".join(f"{label} {labels[label]:,}" for label in LABELS)
        rows.append(f"{part}: {len(own):,} sentences ({bare} without names), {words:,} words; {named}")
        rows.append(f"{part}: most frequent opening {opening!r}, {100 * count / len(own):.1f} %")
    return "\n".join(rows)


def faults(lines: list[Line]) -> list[str]:
    """Everything that is wrong with the sentences."""
    titles = frozenset(TITLES.read_text(encoding="utf-8").split())
    return [*span_faults(lines, spacy.blank("en"), titles), *near_duplicates(lines), *worn_patterns(lines)]


def main() -> int:
    """Print the counts and the faults; 0 when there are none."""
    parser = argparse.ArgumentParser(prog="python -m training.check_news", description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER, help="folder with train-*.txt and test-*.txt")
    parser.add_argument("--doubts", action="store_true", help="also list names with two labels or left unmarked")
    options = parser.parse_args()
    try:
        lines = list(read_lines(options.folder))
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    found = faults(lines)
    print("\n".join([counts_table(lines), *(doubts(lines) if options.doubts else []), *found]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
