"""Make the language model: convert the corpora, train, refine, assemble, evaluate and report, in one command."""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path

import spacy

from training.assemble import assemble, known_verbs, known_words
from training.conllu import read_sentences
from training.evaluate import NAME_TESTS, TREE_TESTS, measure_cost, name_test, score_names, score_trees
from training.names import NamedSentence, convert_names, news_part, training_sentences
from training.refine import refine
from training.report import missed_floors, write_report
from training.swaps import read_pools, tabled_names, with_copies
from training.treebanks import convert_treebanks
from training.variants import read_kinds
from training.verbs import read_verbs
from transforms.events.parsing.language import MODEL, load_language

HERE = Path(__file__).parent
LABEL_FILE = HERE / "names.csv"
COUNTRIES = HERE / "countries.csv"
VERBS = HERE / "verbs.csv"
VARIANTS = HERE / "variants.csv"
METRICS = HERE / "METRICS.md"
TREEBANKS = ("ud_ewt", "ud_gum_open")
NEWS_TREES = HERE / "news/trees.conllu"
WIRE_TREES = HERE / "news/trees-wire.conllu"
# How often the few news trees are seen for each time the treebanks are; every copy is grouped anew.
NEWS_COPIES = 3
NEWS_NAME_COPIES = 2
SEED = 7
# One sentence in this many is kept out of the names' training to watch it.
WATCHED = 40
STEPS = ("convert", "train", "refine", "package", "evaluate")
REFINED = "trees/model-refined"
MINUTES = "minutes.txt"
SIZES = "sizes.json"


def convert(corpora: Path, work: Path) -> dict[str, int]:
    """Write the four DocBins; return the number of training words of each part."""
    train, dev = ([corpora / name / f"{part}.conllu" for name in TREEBANKS] for part in ("train", "dev"))
    train += [NEWS_TREES] * NEWS_COPIES
    sizes = {"trees": convert_treebanks(train, work / "trees-train.spacy", SEED, read_verbs(VERBS))}
    convert_treebanks(dev, work / "trees-dev.spacy", SEED)
    nlp = spacy.blank("en")
    watched = training_sentences(corpora, LABEL_FILE)
    convert_names(nlp, every(watched, inside=True), work / "names-dev.spacy", SEED)
    rest = list(every(training_sentences(corpora, LABEL_FILE), inside=False))
    rest += list(news_part(LABEL_FILE, "train")) * (NEWS_NAME_COPIES - 1)
    copied = with_copies(rest, read_pools(COUNTRIES, rest, tabled_names()), random.Random(SEED))
    return sizes | {"names": convert_names(nlp, copied, work / "names-train.spacy", SEED)}


def every(sentences: Iterable[NamedSentence], inside: bool) -> Iterator[NamedSentence]:
    """Each WATCHED-th sentence, or all the others."""
    return (sentence for number, sentence in enumerate(sentences) if (number % WATCHED == 0) is inside)


def train(work: Path) -> None:
    """Train both parts side by side, one core each; raise if one fails."""
    running = [start_training(part, work) for part in ("trees", "names")]
    began = time.monotonic()
    codes = [process.wait() for process in running]
    if any(codes):
        raise RuntimeError(f"training ended with {codes}; see the logs in {work}")
    (work / MINUTES).write_text(f"{(time.monotonic() - began) / 60:.1f}\n", encoding="utf-8")


def start_training(part: str, work: Path) -> subprocess.Popen[bytes]:
    """Start spaCy's trainer for one part, its log beside its output."""
    command = [sys.executable, "-m", "spacy", "train", str(HERE / f"{part}.cfg"), "--code", str(HERE / "augment.py")]
    command += ["--output", str(work / part)]
    command += ["--paths.train", str(work / f"{part}-train.spacy"), "--paths.dev", str(work / f"{part}-dev.spacy")]
    threads = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    with (work / f"{part}.log").open("wb") as log:
        return subprocess.Popen(command, env=os.environ | threads, stdout=log, stderr=log)


def refine_trees(work: Path) -> None:
    """Go on from the last state of the trees with our own news; the minutes are added to those of the training."""
    began = time.monotonic()
    news = [*chain.from_iterable(map(read_sentences, (NEWS_TREES, WIRE_TREES)))]
    kinds = read_kinds(COUNTRIES, VARIANTS, tabled_names(), read_verbs(VERBS))
    refine(work / "trees/model-last", work / "trees-train.spacy", news, kinds, work / REFINED, SEED)
    minutes = float((work / MINUTES).read_text(encoding="utf-8")) + (time.monotonic() - began) / 60
    (work / MINUTES).write_text(f"{minutes:.1f}\n", encoding="utf-8")


def package(corpora: Path, work: Path, target: Path) -> None:
    """Assemble the refined trees and the last state of the names into the target folder."""
    paths = [*(corpora / name / "train.conllu" for name in TREEBANKS), NEWS_TREES, WIRE_TREES]
    sentences = [*chain.from_iterable(map(read_sentences, paths))]
    added = read_verbs(VERBS)
    verbs = known_verbs(sentences) | {verb["base"] for verb in added}
    words = known_words(sentences) | {form for verb in added for form in verb.values()}
    assemble(work / REFINED, work / "names/model-last", target, verbs, words)


def evaluate(corpora: Path, target: Path, sizes: dict[str, int], minutes: float) -> list[str]:
    """Score the packaged pipeline, write METRICS.md and return the floors it misses."""
    cost = measure_cost(lambda: load_language(target), target, corpora / TREE_TESTS["PUD"])
    nlp = load_language(target)
    nlp.max_length = 10_000_000
    trees = {name: score_trees(nlp, corpora / path) for name, path in TREE_TESTS.items()}
    names = {
        name: score_names(nlp, name_test(corpora, path, corpus, LABEL_FILE))
        for name, (path, corpus) in NAME_TESTS.items()
    }
    METRICS.write_text(write_report(trees, names, cost, sizes, minutes, date.today()), encoding="utf-8")
    return missed_floors(trees, names)


def run(steps: list[str], corpora: Path, work: Path, target: Path) -> int:
    """The steps in their order, each from what the one before left in `work`."""
    work.mkdir(parents=True, exist_ok=True)
    missed: list[str] = []
    if "convert" in steps:
        (work / SIZES).write_text(json.dumps(convert(corpora, work)), encoding="utf-8")
    if "train" in steps:
        train(work)
    if "refine" in steps:
        refine_trees(work)
    if "package" in steps:
        package(corpora, work, target)
    if "evaluate" in steps:
        sizes = json.loads((work / SIZES).read_text(encoding="utf-8"))
        missed = evaluate(corpora, target, sizes, float((work / MINUTES).read_text(encoding="utf-8")))
        print(METRICS.read_text(encoding="utf-8"))
    return 1 if missed else 0


def main() -> int:
    """Read the command line; 0 when every floor is held."""
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__)
    parser.add_argument("steps", nargs="*", metavar="STEP", help=f"{', '.join(STEPS)}; all of them if none is named")
    parser.add_argument("--corpora", type=Path, required=True, help="folder with ud_ewt, ud_gum_open, ud_pud and ner")
    parser.add_argument("--work", type=Path, help="folder for converted corpora and states (default: a temporary one)")
    parser.add_argument("--model", type=Path, default=MODEL, help="folder to write the pipeline to")
    options = parser.parse_args()
    if unknown := set(options.steps) - set(STEPS):
        parser.error(f"no such step: {', '.join(sorted(unknown))}; name some of {', '.join(STEPS)}")
    if options.steps and options.work is None:
        parser.error("single steps need --work, where each finds what the one before it left")
    with tempfile.TemporaryDirectory() as scratch:
        return run(options.steps or list(STEPS), options.corpora, options.work or Path(scratch), options.model)


if __name__ == "__main__":
    sys.exit(main())
