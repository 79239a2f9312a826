"""Treebank sentences to spaCy documents of several sentences each, so that the parser learns where sentences end."""

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from training.conllu import Sentence, Word, read_sentences
from training.verbs import Verb, with_news_verbs

LONGEST_GROUP = 8
# Headlines carry no full stop: this share of the groups is one sentence without its last punctuation mark.
HEADLINE_SHARE = 0.08
LINE_BREAK = Word("\n", "\n", "SPACE", "_SP", "", 0, "dep", False, "")


def convert_treebanks(paths: Iterable[Path], target: Path, seed: int, verbs: list[Verb] | None = None) -> int:
    """Write grouped sentences of all paths to one DocBin, with copies that hold other `verbs`; return the words."""
    vocab, store, words = Vocab(), DocBin(), 0
    for number, path in enumerate(paths):
        rng = random.Random(seed + number)
        groups = group_sentences(read_sentences(path), rng)
        for group in with_news_verbs(groups, verbs, rng) if verbs else groups:
            doc = sentences_to_doc(vocab, group)
            words += len(doc)
            store.add(doc)
    store.to_disk(target)
    return words


def group_sentences(sentences: Iterable[Sentence], rng: random.Random) -> Iterator[list[Sentence]]:
    """Cut each document into runs of 1 to LONGEST_GROUP sentences, some of them made into headlines."""
    group: list[Sentence] = []
    size = rng.randint(1, LONGEST_GROUP)
    for sentence in sentences:
        if group and (sentence.starts_document or len(group) >= size):
            yield group
            group = []
            size = rng.randint(1, LONGEST_GROUP)
        if rng.random() < HEADLINE_SHARE and not group:
            yield [without_final_mark(sentence)]
            continue
        group.append(sentence)
    if group:
        yield group


def without_final_mark(sentence: Sentence) -> Sentence:
    """The sentence without a last punctuation mark on which nothing depends."""
    last = len(sentence.words) - 1
    if last < 1 or sentence.words[last].upos != "PUNCT" or any(w.head == last for w in sentence.words):
        return sentence
    return Sentence(sentence.words[:last], sentence.starts_document, sentence.starts_paragraph)


def sentences_to_doc(vocab: Vocab, group: list[Sentence]) -> Doc:
    """One Doc with trees, tags, features and lemmas; a paragraph break becomes a newline token."""
    words: list[Word] = []
    heads: list[int] = []
    for sentence in group:
        if words and sentence.starts_paragraph:
            heads.append(len(words) - 1)
            words.append(LINE_BREAK)
        heads.extend(len(words) + word.head for word in sentence.words)
        words.extend(sentence.words)
    spaces = [w.space_after and not _breaks_line(words, i) for i, w in enumerate(words)]
    return Doc(
        vocab,
        words=[w.form for w in words],
        spaces=spaces,
        tags=[w.xpos for w in words],
        pos=[w.upos for w in words],
        morphs=[w.feats for w in words],
        lemmas=[w.lemma for w in words],
        heads=heads,
        deps=["ROOT" if w.deprel == "root" else w.deprel for w in words],
    )


def _breaks_line(words: list[Word], position: int) -> bool:
    return position + 1 < len(words) and words[position + 1] is LINE_BREAK
