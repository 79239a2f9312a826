"""METRICS.md: every figure of one evaluation as Markdown."""

from datetime import date

from training.evaluate import Cost, Score, TreeScores
from training.names import LABELS

GIVEN = ("XPOS", "UPOS", "UAS", "LAS", "LAS, all words", "lemma", "verb lemma")
RAW = ("XPOS", "UPOS", "UAS", "LAS", "LAS, all words", "lemma", "sentences, whole set joined")
FLOORS = {
    ("PUD", "LAS"): 0.82,
    ("PUD", "XPOS"): 0.945,
    ("PUD", "verb lemma"): 0.95,
    ("PUD", "sentences, whole set joined"): 0.95,
    ("EWT test", "LAS"): 0.78,
    ("CrossNER politics test", "all"): 0.74,
}


def table(header: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def missed_floors(trees: dict[str, TreeScores], names: dict[str, dict[str, Score]]) -> list[str]:
    """One line for each figure that lies under its floor."""
    figures = {(s, m): v.f for s, t in trees.items() for m, v in (t.raw | t.given).items()}
    figures |= {(s, m): v.f for s, scores in names.items() for m, v in scores.items()}
    return [f"{s}, {m}: {figures[s, m]:.3f} < {floor}" for (s, m), floor in FLOORS.items() if figures[s, m] < floor]


def write_report(
    trees: dict[str, TreeScores],
    names: dict[str, dict[str, Score]],
    cost: Cost,
    sizes: dict[str, int],
    minutes: float,
    day: date,
) -> str:
    """The whole file."""
    missed = missed_floors(trees, names)
    floors = "All floors are held." if not missed else "Under the floor: " + "; ".join(missed) + "."
    parts = [
        "# Figures of the language model",
        f"Written by `python -m training.train` on {day.isoformat()}. "
        f"Training took {minutes:.0f} minutes on two cores. {floors}",
        "Trained on: " + ", ".join(f"{name} {count:,}" for name, count in sizes.items()) + " words.",
        "## Trees, words and sentences given",
        "One sentence at a time. UAS and LAS leave out punctuation, as spaCy's scorer does, and count label subtypes; "
        "PUD hangs its commas and hyphens elsewhere than the training treebanks do: see the column for all words. "
        "Lemmas must match in case; verb lemmas are those of the treebank's verbs.",
        table(["set", "words", *GIVEN], [_row(s, t, t.given, GIVEN) for s, t in trees.items()]),
        "## Trees from raw text, F1",
        "A word counts where its characters agree with the treebank's; the last column reads the whole set as one text "
        "without a paragraph break, and a sentence is right where both its ends are.",
        table(["set", "words", *RAW], [_row(s, t, t.raw, RAW) for s, t in trees.items()]),
        "## Names, exact spans and labels, F1",
        "Each sentence is read from raw text; tags are mapped by names.csv. Of re3d only proper names count.",
        table(["set", "names", "all", *LABELS], [_name_row(s, scores) for s, scores in names.items()]),
        "## Cost",
        _cost_table(cost),
    ]
    return "\n\n".join(parts) + "\n"


def _cost_table(cost: Cost) -> str:
    figures = [
        f"{cost.size / 1e6:.1f} MB",
        f"{cost.load_seconds:.1f} s",
        f"{cost.words_per_second:,.0f}",
        f"{cost.peak_memory / 2**20:,.0f} MiB",
    ]
    return table(["size on disk", "load", "words a second of one core", "peak memory of the evaluation"], [figures])


def _row(name: str, scores: TreeScores, measured: dict[str, Score], columns: tuple[str, ...]) -> list[str]:
    return [name, f"{scores.words:,}", *(f"{measured[column].f:.3f}" for column in columns)]


def _name_row(name: str, scores: dict[str, Score]) -> list[str]:
    return [name, f"{scores['all'].wanted:,}", *(f"{scores[label].f:.3f}" for label in ("all", *LABELS))]
