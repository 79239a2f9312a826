"""Where a sentence must or must not begin, said to the parser before it decides the rest."""

import re
from typing import Any

import numpy
from spacy.language import Language
from spacy.tokens import Doc

LINE_BREAKS = frozenset("\n\r\u2028\u2029")
CLOSING = frozenset(["”", "’", ")", "]", "}", "»", ",", ";", ":", ".", "!", "?", "%", '"', "''", "'"])
# BRUSSELS (AA) –   KYIV, Ukraine, March 3 -   Nairobi (wire) —
DATELINE = re.compile(
    r"""(?: [A-Z][\w.'’-]*(?:[ /,]{1,2}[\w.'’-]+){0,6} \s? \([^()\n]{2,40}\)
          | [A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,3}(?:,[ ][A-Z][\w.]+){0,2}(?:,?[ ][A-Z][a-z]+\.?[ ]\d{1,2})? )
        \s? (?:--|[-–—:]) (?=\s)""",
    re.VERBOSE,
)
DATELINE_TOKENS = 24
FORBIDDEN = -1


@Language.component("dateline_boundaries", assigns=["token.is_sent_start"])
def mark_boundaries(doc: Doc) -> Doc:
    """A line break ends a sentence; so does a dateline, or its place would be who acts. A closing mark begins none."""
    # One array for the whole Doc: spaCy's setter of is_sent_start walks over the Doc at every call.
    starts = numpy.zeros(len(doc), dtype="int64")
    words = [token.text for token in doc]
    breaks = [not LINE_BREAKS.isdisjoint(word) for word in words]
    for position, word in enumerate(words):
        if breaks[position]:
            starts[position] = FORBIDDEN
        elif position == 0 or breaks[position - 1]:
            starts[position] = 1
            bound = _dateline_length(doc, position)
            starts[position + 1 : position + bound] = FORBIDDEN
            if 0 < bound < len(doc) - position:
                starts[position + bound] = 1
        elif word in CLOSING and not (doc[position - 1].whitespace_ or doc[position - 1].is_space):
            starts[position] = FORBIDDEN
    starts[:1] = 1
    values: Any = starts.astype("uint64")
    return doc.from_array(["SENT_START"], values)


def _dateline_length(doc: Doc, first: int) -> int:
    """How many tokens after `first` the text behind a dateline begins; 0 without a dateline."""
    opening = doc[first : first + DATELINE_TOKENS]
    found = DATELINE.match(opening.text)
    end = doc[first].idx + found.end() if found else 0
    return sum(token.idx <= end + 1 for token in opening[1:]) if found else 0
