"""Entity spans freed of what sticks to names: quotes, possessives, articles, half brackets, line breaks."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from transforms.events.parsing.boundaries import sentence_words
from transforms.events.parsing.known_names import with_known
from transforms.events.parsing.name_heads import with_kinds
from transforms.events.parsing.name_parts import whole_names

POSSESSIVES = {"'s", "’s", "`s", "'", "’"}
ARTICLES = {"the", "a", "an"}
KEPT_MARKS = {"(", ")", "[", "]", "+", "!"}
BRACKETS = {"(": ")", "[": "]"}


@Language.component("dateline_entities", retokenizes=False)
def clean_entities(doc: Doc) -> Doc:
    """Replace doc.ents by their cleaned parts, people's names made whole; what holds no name is dropped."""
    names = with_known(doc, with_kinds(doc, (part for entity in doc.ents for part in cleaned(entity))))
    doc.ents = whole_names(doc, names)
    return doc


def cleaned(entity: Span) -> Iterator[Span]:
    """The names inside an entity: one span for each line it covers, its edges trimmed."""
    start = entity.start
    for position in range(entity.start, entity.end + 1):
        if position == entity.end or entity.doc[position].is_space:
            span = _trimmed(entity, start, position)
            if _is_name(span):
                yield _with_article(span)
            start = position + 1


def _trimmed(entity: Span, start: int, end: int) -> Span:
    doc = entity.doc
    while start < end and _stays_outside(doc[start]):
        start += 1
    end = _before_half_bracket(doc, start, end)
    while end > start and (_is_edge(doc[end - 1]) or doc[end - 1].text in POSSESSIVES):
        end -= 1
    if end - start == 2 and doc[start].is_digit:  # "In 1985 Diallo"
        start += 1
    return Span(doc, start, end, label=entity.label)


def _with_article(name: Span) -> Span:
    """The name with the article before it that is written as a part of it: "in The Hague", but not "The army"."""
    before = name.start - 1
    if before < 1 or not (doc := name.doc)[before].is_title or doc[before].lower_ not in ARTICLES:
        return name
    return Span(doc, before, name.end, label=name.label) if doc[before - 1].is_lower else name


def _before_half_bracket(doc: Doc, start: int, end: int) -> int:
    """Cut a span at a bracket that opens or closes inside it without its other half."""
    depth: list[str] = []
    opened = end
    for position in range(start, end):
        text = doc[position].text
        if text in BRACKETS:
            opened = position if not depth else opened
            depth.append(BRACKETS[text])
        elif depth and text == depth[-1]:
            depth.pop()
        elif text in BRACKETS.values():
            return position
    return opened if depth else end


def _stays_outside(token: Token) -> bool:
    """A mark, an article or an abbreviated title before a name."""
    before_names = token.lower_ in ARTICLES or sentence_words().get(token.text) == "title"
    return before_names or token.text == "(" or _is_edge(token)


def _is_edge(token: Token) -> bool:
    """Whether the token is a mark that no name begins or ends with."""
    return token.text not in KEPT_MARKS and not any(character.isalnum() for character in token.text)


def _is_name(span: Span) -> bool:
    """Whether the span holds a letter, and a capital where its script has capitals."""
    text = span.text
    return any(character.isalpha() for character in text) and (text != text.lower() or text.upper() == text)
