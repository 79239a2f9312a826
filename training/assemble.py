"""The two trained parts made into one small pipeline folder."""

import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import spacy
import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.strings import StringStore

from training.conllu import Sentence

KEPT = {"LICENSE"}


def assemble(trees: Path, names: Path, target: Path, verbs: Iterable[str], words: Iterable[str]) -> None:
    """Put names behind trees and write the pipeline and its lists of known verbs and words, replacing all but the
    licence.
    """
    nlp = spacy.load(trees)
    nlp.add_pipe("ner", source=spacy.load(names))
    nlp.meta["name"] = "dateline"
    nlp.meta["license"] = "CC BY-SA 4.0"
    nlp.meta["performance"] = {}
    # The folders of the machine it was trained on tell nobody anything.
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    for path in [] if not target.exists() else target.iterdir():
        if path.name not in KEPT:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    nlp.to_disk(target)
    needed_strings(nlp).to_disk(target / "vocab" / "strings.json")
    for name, known in (("verbs.txt", verbs), ("words.txt", words)):
        (target / name).write_text("\n".join(sorted(known)) + "\n", encoding="utf-8")


def needed_strings(nlp: Language) -> StringStore:
    """The strings that weights refer to by hash; all others come back with the text that holds them."""
    lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
    trees = srsly.msgpack_loads(lemmatizer.trees.to_bytes())["trees"]
    hashes = {tree[key] for tree in trees for key in ("orig", "subst") if tree.get(key)}
    labels = [label for _, pipe in nlp.pipeline for label in getattr(pipe, "labels", ())]
    return StringStore([*sorted(nlp.vocab.strings[key] for key in hashes), *(s for s in labels if isinstance(s, str))])


def known_verbs(sentences: Iterable[Sentence]) -> set[str]:
    """Every lemma that a treebank gives to a verb and that is written in lower-case letters."""
    lemmas = {word.lemma for sentence in sentences for word in sentence.words if word.upos == "VERB"}
    return {lemma for lemma in lemmas if lemma.isascii() and lemma.isalpha() and lemma.islower() and len(lemma) > 1}


def known_words(sentences: Iterable[Sentence]) -> set[str]:
    """Every word of the trees in lower case that holds letters only and stands there more than once."""
    counts = Counter(word.form.lower() for sentence in sentences for word in sentence.words)
    return {word for word, count in counts.items() if count > 1 and word.isalpha()}
