"""One wire story as three sites print it, and another reporter's account of the same event."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl

from transforms.articles.duplicates.groups import NEEDED
from transforms.articles.duplicates.signatures import signature

BODY = """Around four hundred crane drivers voted on Monday evening to extend their walkout by another week after \
talks over night shifts ended without a result. The union says that members have worked twelve hours at a stretch \
since the second terminal opened in January.
"The offer on the table would have cut our pay by the back door," said Ingrid Moe, who leads the drivers' branch. She \
added that no further meeting had been agreed.
The port authority said eleven container ships lay at anchor off the coast and that two lines had moved their calls to \
other harbours. It put the loss at three million kroner a day.
A mediator appointed by the labour ministry is expected to invite both sides on Thursday. The last strike at the port, \
in 2011, ended after nineteen days when the owners dropped a plan to hire drivers by the hour."""
LEAD = "Dockers in Vestvik will stay off the job for a second week, their union said, leaving ships waiting at sea."
OTHER_LEAD = "The queue of ships outside Vestvik grew longer on Tuesday as the strike at its container port goes on."
TAIL = "Shipping firms have asked the government to step in. Trade through Vestvik makes up a tenth of all exports."
OTHER_TAIL = "Readers in the region may see longer delivery times for furniture and cars, local dealers warned."
WIRE = f"{LEAD}\n{BODY}\n{TAIL}"
REWRITTEN = f"{OTHER_LEAD}\n{BODY}\n{OTHER_TAIL}"
SHORTENED = f"{OTHER_LEAD}\n" + "\n".join(BODY.split("\n")[:3])
OWN_REPORT = """Nobody was at work on the quay when I walked along it yesterday morning. The gates of the container \
port have been shut for eight days now, and the pickets have built a hut from pallets against the wind.
Per Olsen has driven a crane here since 1998. He voted for the strike, he says, because his team sees its families on \
Sundays only.
"The offer on the table would have cut our pay by the back door," said Ingrid Moe, who leads the drivers' branch.
Inside the glass tower of the port authority the mood is grim. Its head of traffic points at a screen with eleven \
ships at anchor. Each of them costs somebody a fortune, she says, and nobody knows who will pay for it in the end.
Whether the mediator can bring the two sides together this week is an open question. Olsen has brought a second \
jumper, and expects to need it."""
DAY = date(2031, 3, 10)


def row(article_id: str, text: str, day: date | None = DAY, language: str | None = "en") -> dict[str, Any]:
    known = signature(text)
    return {
        "article_id": article_id,
        "language": language,
        "text_hash": known.text_hash,
        "shingle_count": known.shingle_count,
        "minhash": known.minhash,
        "published_date": day,
    }


SCHEMA = {
    "article_id": pl.String,
    "language": pl.String,
    "text_hash": pl.String,
    "shingle_count": pl.Int32,
    "minhash": pl.Binary,
    "published_date": pl.Date,
}
assert tuple(SCHEMA) == NEEDED


def frame(*rows: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=SCHEMA)
