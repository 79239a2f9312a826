"""CoNLL-U sentences as typed records."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word; head is an index into the sentence, its own index for the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    space_after: bool
    entity: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence and where it stands in its document."""

    words: list[Word] = field(default_factory=list)
    starts_document: bool = False
    starts_paragraph: bool = False


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Yield every sentence of a CoNLL-U file; empty nodes are dropped."""
    comments: list[str] = []
    rows: list[list[str]] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("#"):
                comments.append(line)
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                yield _sentence(comments, rows)
                comments, rows = [], []
    if rows:
        yield _sentence(comments, rows)


def _sentence(comments: list[str], rows: list[list[str]]) -> Sentence:
    words: list[Word] = []
    joined = _joined_words(rows)
    for row in rows:
        if not row[0].isdigit():
            continue
        position = int(row[0])
        space = joined.get(position, "SpaceAfter=No" not in row[9].split("|"))
        words.append(_word(row, space))
    return Sentence(
        words,
        starts_document=any(line.startswith("# newdoc") for line in comments),
        starts_paragraph=any(line.startswith("# newpar") for line in comments),
    )


def _joined_words(rows: list[list[str]]) -> dict[int, bool]:
    """Word number to space-after, for the words of multiword tokens such as don't."""
    spaces: dict[int, bool] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = (int(part) for part in row[0].split("-"))
            spaces |= dict.fromkeys(range(first, last), False)
            spaces[last] = "SpaceAfter=No" not in row[9].split("|")
    return spaces


def _word(row: list[str], space_after: bool) -> Word:
    position, head = int(row[0]) - 1, int(row[6]) - 1
    misc = dict(part.partition("=")[::2] for part in row[9].split("|"))
    return Word(
        form=row[1],
        lemma=row[2] if row[2] != "_" or row[1] == "_" else row[1],
        upos=row[3],
        xpos=row[4],
        feats="" if row[5] == "_" else row[5],
        head=position if head < 0 else head,
        deprel=row[7],
        space_after=space_after,
        entity=misc.get("Entity", ""),
    )
