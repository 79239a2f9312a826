"""Entity corpora (token and tag lines, and the entities of GUM) to spaCy documents with four labels."""

import csv
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from training.conllu import Sentence, Word, read_sentences
from training.news_sentences import read_news

LABELS = ("PERSON", "ORG", "LOC", "MISC")
GLUED_LEFT = {".", ",", ";", ":", "!", "?", ")", "]", "%", "'s", "’s", "n't", "'", "'re", "'ve", "'ll", "'d", "'m"}
APOSTROPHES = {"'", "’"}
CLITICS = {"s", "t", "re", "ve", "ll", "d", "m"}
GLUED_RIGHT = {"(", "[", "$", "£", "€"}
DETERMINERS = {"the", "a", "an", "this", "these", "both", "all", "some", "former", "its", "our", "their", "his", "her"}
PRONOUNS = {"i", "we", "he", "she", "they", "it", "you", "who", "him", "them", "us", "me", "our"}
GUM_BRACKET = re.compile(r"\((\d+)-(\w+)|(\d+)\)|(\))")
NEW_DOCUMENT = 0.5
INSIDE_NAME = {"of", "the", "and", "for", "&", "de", "la", "al", "-", "'s"}


@dataclass(frozen=True, slots=True)
class Name:
    """A labelled run of tokens; label None: it may be a name of a kind this corpus does not mark."""

    start: int
    end: int
    label: str | None


@dataclass(frozen=True, slots=True)
class NamedSentence:
    """Tokens, whether a space follows each, and the names among them."""

    tokens: list[str]
    spaces: list[bool]
    names: list[Name]


def read_label_map(path: Path, corpus: str) -> dict[str, str]:
    """Tag to label for one corpus; an empty label means that the tag is no name."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["corpus"] == corpus]
    labels = {row["tag"]: row["label"] for row in rows}
    wrong = set(labels.values()) - {*LABELS, ""}
    if wrong or not labels:
        raise ValueError(f"{path}: corpus {corpus}: unknown labels {sorted(wrong)} or no rows")
    return labels


def read_tagged(path: Path, labels: dict[str, str]) -> Iterator[NamedSentence]:
    """Yield the sentences of a token<TAB>tag file; an unknown tag raises KeyError."""
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.strip():
            rows.append(line.split("\t"))
        elif rows:
            tokens = [row[0] for row in rows]
            yield NamedSentence(tokens, guess_spaces(tokens), _tagged_names([row[1] for row in rows], labels))
            rows = []


def _tagged_names(tags: list[str], labels: dict[str, str]) -> list[Name]:
    names: list[Name] = []
    start = 0
    for position, tag in enumerate([*tags, "O"]):
        previous = tags[position - 1] if position else "O"
        if tag.startswith("I-") and previous[2:] == tag[2:]:
            continue
        if previous != "O" and labels[previous[2:]]:
            names.append(Name(start, position, labels[previous[2:]]))
        start = position
    return names


def guess_spaces(tokens: list[str]) -> list[bool]:
    """Whether a space followed each token before the text was cut up."""
    spaces: list[bool] = []
    quoted = False
    for position, token in enumerate(tokens):
        after = tokens[position + 1] if position + 1 < len(tokens) else ""
        if token == '"':
            quoted = not quoted
        opens = token in GLUED_RIGHT or (token == '"' and quoted)
        closes = after in GLUED_LEFT or (after == '"' and quoted)
        hyphen = "-" in {token, after} and position > 0
        clitic = token in APOSTROPHES and after in CLITICS
        spaces.append(not (opens or closes or hyphen or clitic))
    return spaces


def defence_names(sentence: NamedSentence, titles: frozenset[str], known: dict[str, str]) -> NamedSentence:
    """Proper names only, countries as places: defence reports mark whole phrases and countries as organisations."""
    names = []
    for name in sentence.names:
        for part in _split_places(sentence, name):
            for core in _proper(sentence, part, titles):
                text = " ".join(sentence.tokens[core.start : core.end])
                names.append(Name(core.start, core.end, known.get(text, core.label) if core.label else None))
    return NamedSentence(sentence.tokens, sentence.spaces, names)


def names_tagged(paths: Iterable[Path], tag: str, label: str) -> dict[str, str]:
    """Every name that bears a tag in token and tag files, with the label it is to have."""
    known: dict[str, str] = {}
    for path in paths:
        for sentence in read_tagged(path, defaultdict(str, {tag: label})):
            known |= {" ".join(sentence.tokens[n.start : n.end]): label for n in sentence.names}
    return known


def _split_places(sentence: NamedSentence, name: Name) -> list[Name]:
    """`Raqqa , Syria` as two places."""
    if name.label != "LOC":
        return [name]
    commas = [i for i in range(name.start, name.end) if sentence.tokens[i] == ","]
    bounds = [name.start - 1, *commas, name.end]
    return [Name(a + 1, b, name.label) for a, b in pairwise(bounds) if a + 1 < b]


def _proper(sentence: NamedSentence, name: Name, titles: frozenset[str]) -> list[Name]:
    tokens, start, end = sentence.tokens, name.start, name.end
    if name.label == "PERSON":
        start = max([start, *(i + 1 for i in range(start, end) if tokens[i].lower().rstrip(".") in titles)])
    while start < end and (tokens[start].lower() in DETERMINERS or not tokens[start][0].isalnum()):
        start += 1
    while end > start and not tokens[end - 1][:1].isupper() and not tokens[end - 1].isdigit():
        end -= 1
    if start >= end or tokens[start].lower() in PRONOUNS:
        return []
    # A phrase such as "citizens from Iraq" or "Iraqi forces" tells nothing sure about the name inside it.
    sure = tokens[start][:1].isupper() and end == name.end
    return [Name(start, end, name.label if sure else None)]


def without_unmarked(sentence: NamedSentence) -> NamedSentence:
    """Capitalised words outside names become unknown: UNER marks no nationality, work or event."""
    inside = {i for name in sentence.names for i in range(name.start, name.end)}
    unknown = [
        Name(i, i + 1, None)
        for i, token in enumerate(sentence.tokens)
        if i > 0 and i not in inside and token[:1].isupper() and len(token) > 3
    ]
    return NamedSentence(sentence.tokens, sentence.spaces, sentence.names + unknown)


def gum_names(sentence: Sentence, labels: dict[str, str]) -> NamedSentence:
    """The mentions of a GUM sentence that are names: their head is a proper noun."""
    words = sentence.words
    found: list[Name] = []
    for name in _gum_mentions(words, labels):
        core = _name_core(words, name)
        if core and not any(core.start < other.end and other.start < core.end for other in found):
            found.append(core)
    unknown = [
        Name(i, i + 1, None)
        for i, word in enumerate(words)
        if word.upos == "ADJ" and word.form[:1].isupper() and not any(n.start <= i < n.end for n in found)
    ]
    return NamedSentence([w.form for w in words], [w.space_after for w in words], found + unknown)


def _gum_mentions(words: list[Word], labels: dict[str, str]) -> list[Name]:
    """Every bracketed mention within the sentence, longest first."""
    open_mentions: list[tuple[str, int, str]] = []
    names: list[Name] = []
    for position, word in enumerate(words):
        for number, kind, closing, bare in GUM_BRACKET.findall(word.entity):
            if number:
                open_mentions.append((number, position, kind))
            elif open_mentions and (bare or any(m[0] == closing for m in open_mentions)):
                index = max(i for i, m in enumerate(open_mentions) if bare or m[0] == closing)
                _, start, kind_open = open_mentions.pop(index)
                names.append(Name(start, position + 1, labels.get(kind_open) or None))
    return sorted((n for n in names if n.label), key=lambda n: (n.start - n.end, n.start))


def _name_core(words: list[Word], name: Name) -> Name | None:
    """The run of proper nouns around the mention's head, with of and the between them."""
    inside = range(name.start, name.end)
    heads = [i for i in inside if words[i].head not in inside or words[i].head == i]
    if len(heads) != 1 or words[heads[0]].upos != "PROPN":
        return None
    start = end = heads[0]
    for step, bound in ((-1, name.start - 1), (1, name.end)):
        for i in range(heads[0] + step, bound, step):
            if words[i].upos == "PROPN" or (words[i].form[:1].isupper() and words[i].upos in {"NOUN", "ADJ", "NUM"}):
                start, end = min(start, i), max(end, i)
            elif words[i].form not in INSIDE_NAME:
                break
    return Name(start, end + 1, name.label)


def to_doc(nlp: Language, sentence: NamedSentence) -> Doc:
    """The sentence as the pipeline's own tokenizer cuts it, its names as entities."""
    offsets, text = [], ""
    for token, space in zip(sentence.tokens, sentence.spaces, strict=True):
        offsets.append((len(text), len(text) + len(token)))
        text += token + " " * space
    doc = nlp.make_doc(text.rstrip(" "))
    spans: list[Span] = []
    missing: list[Span] = []
    for name in sentence.names:
        start, end = offsets[name.start][0], offsets[name.end - 1][1]
        span = doc.char_span(start, end, label=name.label or "", alignment_mode="expand")
        if span is not None:
            (spans if name.label else missing).append(span)
    spans = _apart(spans)
    doc.set_ents(spans, missing=_apart(missing, spans), default="outside")
    return doc


def _apart(spans: list[Span], taken: list[Span] | None = None) -> list[Span]:
    """Spans that overlap neither each other nor those already taken."""
    free: list[Span] = []
    used = {t.i for span in taken or [] for t in span}
    for span in spans:
        positions = {t.i for t in span}
        if not positions & used:
            free.append(span)
            used |= positions
    return free


def convert_names(nlp: Language, sentences: Iterable[NamedSentence], target: Path, seed: int) -> int:
    """Write documents of 1 to 4 sentences to a DocBin; return the number of tokens."""
    store, tokens, rng = DocBin(), 0, random.Random(seed)
    group: list[Doc] = []
    for sentence in sentences:
        group.append(to_doc(nlp, sentence))
        tokens += len(group[-1])
        if rng.random() < NEW_DOCUMENT:
            store.add(Doc.from_docs(group))
            group = []
    if group:
        store.add(Doc.from_docs(group))
    store.to_disk(target)
    return tokens


def training_sentences(corpora: Path, label_file: Path) -> Iterator[NamedSentence]:
    """Every sentence that may train names: all sets but those of NAME_TESTS in evaluate.py."""
    held_back = corpora / "ner/crossner_politics/test.tsv"
    crossner = read_label_map(label_file, "crossner")
    for path in sorted(corpora.glob("ner/crossner_*/*.tsv")):
        if path != held_back:
            yield from read_tagged(path, crossner)
    yield from defence_sentences(corpora, "ner/re3d/train.tsv", label_file)
    for path in sorted(corpora.glob("ner/uner_ewt/*.tsv")):
        for sentence in read_tagged(path, read_label_map(label_file, "uner")):
            yield without_unmarked(sentence)
    gum = read_label_map(label_file, "gum")
    for tree in read_sentences(corpora / "ud_gum_open/train.conllu"):
        yield gum_names(tree, gum)
    yield from news_part(label_file, "train")


def news_part(label_file: Path, part: str) -> Iterator[NamedSentence]:
    """The own news sentences of a part, train or test."""
    labels, nlp = read_label_map(label_file, "news"), spacy.blank("en")
    for path in sorted((label_file.parent / "news").glob(f"{part}-*.txt")):
        yield from news_names(path, labels, nlp)


def news_names(path: Path, labels: dict[str, str], nlp: Language) -> Iterator[NamedSentence]:
    """The sentences of one news file, cut by the tokenizer; ValueError where a name splits a token."""
    for sentence in read_news(path):
        doc = nlp.make_doc(sentence.text)
        names = []
        for entity in sentence.entities:
            span = doc.char_span(entity.start, entity.end)
            if span is None:
                raise ValueError(f"{path}: a name splits a token in {sentence.text!r}")
            if labels[entity.label]:
                names.append(Name(span.start, span.end, labels[entity.label]))
        yield NamedSentence([t.text for t in doc], [bool(t.whitespace_) for t in doc], names)


def defence_sentences(corpora: Path, path: str, label_file: Path) -> Iterator[NamedSentence]:
    """A part of re3d with its proper names only; countries and nationalities are known from the training sets."""
    titles = frozenset((label_file.parent / "titles.txt").read_text(encoding="utf-8").split())
    held_back = corpora / "ner/crossner_politics/test.tsv"
    known = names_tagged((p for p in corpora.glob("ner/crossner_*/*.tsv") if p != held_back), "country", "LOC")
    known |= names_tagged([corpora / "ner/re3d/train.tsv"], "Nationality", "MISC")
    for sentence in read_tagged(corpora / path, read_label_map(label_file, "re3d")):
        yield defence_names(sentence, titles, known)
