"""Refining: the trained trees learn on, half from the treebanks and half from news told in other words each time."""

import random
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from thinc.api import Adam, Model

from training.augment import create_news_augmenter
from training.conllu import Sentence
from training.treebanks import sentences_to_doc, without_final_mark
from training.variants import Kinds, varied

# What each run adds to the seed, and its steps; the mean of several runs reads unseen sentences better than each.
RUNS = ((0, 1800), (0, 2800), (1, 1800))
WARMUP = 100
RATE = 0.0008
DROPOUT = 0.15
BATCH_WORDS = 800
NEWS_SHARE = 0.5
# Sentences that stand together; of those alone, some are headlines without a full stop.
GROUPS = (1, 1, 1, 2, 3)
HEADLINE_SHARE = 0.25
VARIANTS = {"typography": 0.25, "upper": 0.03, "lower": 0.02, "title": 0.04}


def refine(
    trees: Path,
    treebanks: Path,
    news: Sequence[Sentence],
    kinds: Kinds,
    target: Path,
    seed: int,
    runs: Sequence[tuple[int, int]] = RUNS,
) -> None:
    """Train the pipeline in `trees` on, and write the mean of all runs to `target`.

    `treebanks` is the DocBin that it was trained on; `runs` holds what each adds to the seed, and its steps.
    """
    with TemporaryDirectory() as folder:
        states = [Path(folder) / str(number) for number in range(len(runs))]
        for state, (further, steps) in zip(states, runs, strict=True):
            _run(trees, treebanks, news, kinds, state, seed + further, steps)
        mean_of([spacy.load(state) for state in states]).to_disk(target)


def mean_of(pipelines: Sequence[Language]) -> Language:
    """The first of several states of one pipeline, with the mean of their weights."""
    first = pipelines[0]
    for name in first.pipe_names:
        networks = [list(_network(nlp, name).walk()) for nlp in pipelines]
        for layers in zip(*networks, strict=True):
            for weight in layers[0].param_names:
                if layers[0].has_param(weight):
                    total = sum(layer.get_param(weight) for layer in layers)
                    layers[0].set_param(weight, total / len(layers))
    return first


def _network(nlp: Language, name: str) -> Model[Any, Any]:
    component: Any = nlp.get_pipe(name)
    return component.model  # type: ignore[no-any-return]


def _run(
    trees: Path, treebanks: Path, news: Sequence[Sentence], kinds: Kinds, target: Path, seed: int, steps: int
) -> None:
    nlp = spacy.load(trees)
    _restore_labels(nlp)
    optimizer = Adam(RATE, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    nlp.resume_training(sgd=optimizer)
    rng = random.Random(seed)
    spacy.util.fix_random_seed(seed)
    docs = list(DocBin().from_disk(treebanks).get_docs(nlp.vocab))
    batches = _batches(_examples(nlp, docs, news, kinds, rng, seed))
    for step in range(steps):
        optimizer.learn_rate = RATE * min(1.0, (step + 1) / WARMUP) * (1 - step / steps)
        nlp.update(next(batches), sgd=optimizer, drop=DROPOUT)
    with nlp.use_params(optimizer.averages):
        nlp.to_disk(target)


def _restore_labels(nlp: Language) -> None:
    """A saved lemmatizer does not keep which label each of its edits has; without that it learns nothing more."""
    lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
    lemmatizer.tree2label = {tree: label for label, tree in enumerate(lemmatizer.cfg["labels"])}


def _examples(
    nlp: Language, docs: Sequence[Doc], news: Sequence[Sentence], kinds: Kinds, rng: random.Random, seed: int
) -> Iterator[Example]:
    augment = create_news_augmenter(seed, **VARIANTS)
    for _ in count():
        if rng.random() < NEWS_SHARE:
            doc = sentences_to_doc(nlp.vocab, _group([varied(s, kinds, rng) for s in _some(news, rng)], rng))
        else:
            doc = rng.choice(docs)
        yield from augment(nlp, Example(nlp.make_doc(doc.text), doc))


def _some(news: Sequence[Sentence], rng: random.Random) -> list[Sentence]:
    return rng.choices(news, k=rng.choice(GROUPS))


def _group(sentences: list[Sentence], rng: random.Random) -> list[Sentence]:
    is_headline = len(sentences) == 1 and rng.random() < HEADLINE_SHARE
    return [without_final_mark(sentences[0])] if is_headline else sentences


def _batches(examples: Iterator[Example]) -> Iterator[list[Example]]:
    """Lists of examples of at least BATCH_WORDS words each."""
    while True:
        batch: list[Example] = []
        while sum(len(example.reference) for example in batch) < BATCH_WORDS:
            batch.append(next(examples))
        yield batch
