"""Scores of a pipeline on the held-back sets; METRICS.md is written from them."""

import resource
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from training.conllu import Sentence, Word, read_sentences
from training.names import LABELS, NamedSentence, defence_sentences, news_part, read_label_map, read_tagged

SPEED_WORDS = 500
# The fastest pass counts: what makes others slower is other work on the machine.
PASSES = 5


@dataclass(frozen=True, slots=True)
class Node:
    """One word of a text by its place: characters, head (its own start for a root), labels, lemma."""

    start: int
    end: int
    head: int
    label: str
    xpos: str
    upos: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Score:
    """Hits against what was found and what should be."""

    right: int
    found: int
    wanted: int

    @property
    def f(self) -> float:
        """F1, which is plain accuracy where as much was found as wanted."""
        return 2 * self.right / max(1, self.found + self.wanted)


@dataclass(frozen=True, slots=True)
class TreeScores:
    """Scores of one treebank: over its own words and sentences, and from raw text."""

    words: int
    given: dict[str, Score]
    raw: dict[str, Score]


def documents(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """The sentences of each document."""
    group: list[Sentence] = []
    for sentence in sentences:
        if group and sentence.starts_document:
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def text_of(words: Iterable[Word]) -> str:
    """The words with their spaces."""
    return "".join(word.form + " " * word.space_after for word in words)


def gold_nodes(sentences: Iterable[Sentence]) -> Iterator[Node]:
    """The words of consecutive sentences with character offsets into their joined text."""
    offset = 0
    for sentence in sentences:
        starts = []
        for word in sentence.words:
            starts.append(offset)
            offset += len(word.form) + word.space_after
        for word, start in zip(sentence.words, starts, strict=True):
            yield Node(start, start + len(word.form), starts[word.head], word.deprel, word.xpos, word.upos, word.lemma)


def found_nodes(doc: Doc) -> Iterator[Node]:
    """The words of an analysed Doc; white space is no word."""
    for token in doc:
        if not token.is_space:
            label = "root" if token.dep_ == "ROOT" else token.dep_
            yield Node(token.idx, token.idx + len(token), token.head.idx, label, token.tag_, token.pos_, token.lemma_)


def score(keep: Callable[[Node], object], gold: list[Node], found: list[Node]) -> Score:
    """Compare two sets of nodes by what `keep` takes of each, beside their place."""
    wanted = {(n.start, n.end, keep(n)) for n in gold}
    got = {(n.start, n.end, keep(n)) for n in found}
    return Score(len(wanted & got), len(got), len(wanted))


KEPT: dict[str, Callable[[Node], object]] = {
    "XPOS": lambda n: n.xpos,
    "UPOS": lambda n: n.upos,
    "LAS, all words": lambda n: (n.head, n.label),
    "lemma": lambda n: n.lemma,
}


WITHOUT_MARKS: dict[str, Callable[[Node], object]] = {
    "UAS": lambda n: n.head,
    "LAS": lambda n: (n.head, n.label),
}


def node_scores(gold: list[Node], found: list[Node]) -> Counter[tuple[str, str]]:
    """Right, found and wanted per measure; verb lemmas count gold verbs only."""
    counts: Counter[tuple[str, str]] = Counter()
    verbs = {n.start for n in gold if n.upos == "VERB"}
    marks = {n.start for n in gold if n.label == "punct"}
    measures = {name: score(keep, gold, found) for name, keep in KEPT.items()}
    measures["verb lemma"] = score(
        lambda n: n.lemma, [n for n in gold if n.start in verbs], [n for n in found if n.start in verbs]
    )
    gold, found = ([n for n in nodes if n.start not in marks] for nodes in (gold, found))
    measures |= {name: score(keep, gold, found) for name, keep in WITHOUT_MARKS.items()}
    for name, value in measures.items():
        counts.update({(name, "right"): value.right, (name, "found"): value.found, (name, "wanted"): value.wanted})
    return counts


def _scores(counts: Counter[tuple[str, str]]) -> dict[str, Score]:
    names = dict.fromkeys(name for name, _ in counts)
    return {name: Score(*(counts[name, part] for part in ("right", "found", "wanted"))) for name in names}


def run_given(nlp: Language, words: list[Word]) -> Doc:
    """Analyse a text whose words are given."""
    doc = Doc(nlp.vocab, words=[w.form for w in words], spaces=[w.space_after for w in words])
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    return doc


def score_trees(nlp: Language, path: Path) -> TreeScores:
    """Score one treebank."""
    given: Counter[tuple[str, str]] = Counter()
    raw: Counter[tuple[str, str]] = Counter()
    groups = list(documents(read_sentences(path)))
    for group in groups:
        for sentence in group:
            given += node_scores(list(gold_nodes([sentence])), list(found_nodes(run_given(nlp, sentence.words))))
        words = [word for sentence in group for word in sentence.words]
        raw += node_scores(list(gold_nodes(group)), list(found_nodes(nlp(text_of(words)))))
    sentences = [sentence for group in groups for sentence in group]
    boundaries = joined_sentence_score(nlp, sentences)
    count = sum(len(sentence.words) for sentence in sentences)
    return TreeScores(count, _scores(given), _scores(raw) | {"sentences, whole set joined": boundaries})


def joined_sentence_score(nlp: Language, sentences: list[Sentence]) -> Score:
    """Sentences found in the raw text of the whole set, no paragraph marked; right are those with both ends right."""
    gold, offset = set(), 0
    for sentence in sentences:
        length = len(text_of(sentence.words).rstrip(" "))
        gold.add((offset, offset + length))
        offset += len(text_of(sentence.words))
    text = text_of(word for sentence in sentences for word in sentence.words)
    found = {(span.start_char, span.end_char) for span in nlp(text).sents}
    return Score(len(gold & found), len(found), len(gold))


def score_names(nlp: Language, sentences: Iterable[NamedSentence]) -> dict[str, Score]:
    """Exact spans and labels, over all names and per label; sentences are read from raw text."""
    counts: Counter[tuple[str, str]] = Counter()
    for sentence in sentences:
        wanted = set(name_offsets(sentence))
        text = "".join(t + " " * s for t, s in zip(sentence.tokens, sentence.spaces, strict=True)).rstrip(" ")
        found = {(span.start_char, span.end_char, span.label_) for span in nlp(text).ents}
        for label in ("all", *LABELS):
            want, got = ({n for n in names if label in {"all", n[2]}} for names in (wanted, found))
            counts.update({(label, "right"): len(want & got), (label, "found"): len(got), (label, "wanted"): len(want)})
    return _scores(counts)


def name_offsets(sentence: NamedSentence) -> Iterator[tuple[int, int, str | None]]:
    """Character offsets and label of each name."""
    starts, offset = [], 0
    for token, space in zip(sentence.tokens, sentence.spaces, strict=True):
        starts.append(offset)
        offset += len(token) + space
    for name in sentence.names:
        yield starts[name.start], starts[name.end - 1] + len(sentence.tokens[name.end - 1]), name.label


@dataclass(frozen=True, slots=True)
class Cost:
    """What the pipeline costs: bytes on disk, seconds to load, words a second on this machine, peak memory in bytes."""

    size: int
    load_seconds: float
    words_per_second: float
    peak_memory: int


def measure_cost(load: Callable[[], Language], folder: Path, sample: Path) -> Cost:
    """Load the pipeline and read the sample treebank's text in documents of about SPEED_WORDS words."""
    began = time.perf_counter()
    nlp = load()
    loaded = time.perf_counter() - began
    texts, words = [""], 0
    for number, sentence in enumerate(read_sentences(sample)):
        words += len(sentence.words)
        texts[-1] += text_of(sentence.words)
        if number % (SPEED_WORDS // 20) == 0:
            texts.append("")
    seconds = min(_seconds_to_read(nlp, texts) for _ in range(PASSES))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return Cost(size, loaded, words / seconds, peak)


def _seconds_to_read(nlp: Language, texts: list[str]) -> float:
    began = time.process_time()
    for _ in nlp.pipe(texts):
        pass
    return time.process_time() - began


# Paths below the corpora's folder; an absolute path stays what it is.
TREE_TESTS = {
    "EWT test": Path("ud_ewt/test.conllu"),
    "GUM test": Path("ud_gum_open/test.conllu"),
    "PUD": Path("ud_pud/test.conllu"),
    "own news trees": Path(__file__).parent / "news/trees-test.conllu",
}
NAME_TESTS = {
    "CrossNER politics test": ("ner/crossner_politics/test.tsv", "crossner"),
    "re3d test": ("ner/re3d/test.tsv", "re3d"),
    "WikiGold": ("ner/wikigold/test.tsv", "wikigold"),
    "own news test": ("", "news"),
}


def name_test(corpora: Path, path: str, corpus: str, label_file: Path) -> Iterator[NamedSentence]:
    """One held-back entity set with our labels; the own test lies beside the label file, not in the corpora."""
    if corpus == "news":
        return news_part(label_file, "test")
    if corpus == "re3d":
        return defence_sentences(corpora, path, label_file)
    return read_tagged(corpora / path, read_label_map(label_file, corpus))
