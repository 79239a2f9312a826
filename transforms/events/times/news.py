"""News: whether a clause tells what has just happened, so that the day of publication may date it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from spacy.tokens import Span, Token

from schemas.records import TimeExpression
from transforms.events.clauses import words
from transforms.events.times.grammar import grammar
from transforms.events.times.tenses import AUXILIARIES

NOW = "PRESENT_REF"
# A paragraph that has spoken of an older day tells on from there.
OLD = timedelta(days=7)
# News comes first, its background further down: so many characters of a text, some eight sentences.
OPENING = 1500


def is_news(
    predicate: Token,
    sentence: Span,
    expressions: Sequence[TimeExpression],
    published: date,
    reported_on: TimeExpression | None = None,
) -> bool:
    """Whether the clause of a predicate tells what has happened by the day of publication, and nothing older.

    It stands in the article's opening, or in a report that tells its own day, `reported_on`; its verb in the past, the
    present or the present perfect of a main or a reported clause; no word or other expression of the sentence, and no
    date of its paragraph so far, points to another time.
    """
    if reported_on is None and sentence.start_char > OPENING:
        return False
    inside = [e for e in expressions if sentence.start_char <= e.start < sentence.end_char]
    if any(e.value != NOW and e != reported_on for e in inside):
        return False
    verb = governor(predicate)
    return verb is not None and _tells_news(verb) and not _goes_on_from_the_past(sentence, expressions, published)


def reporter(predicate: Token) -> Token | None:
    """The verb of speech that reports the clause of a predicate: "police said rebels attacked", "..., police said"."""
    verb = governor(predicate)
    if verb is None:
        return None
    if verb.dep_ in ("ccomp", "parataxis"):
        return verb.head if tells_speech(verb.head) else None
    return next((child for child in verb.children if _is_report_behind(child)), None)


def tells_speech(verb: Token) -> bool:
    """Whether a verb reports what somebody says, thinks or writes."""
    return verb.lemma_.lower() in words.speech_verbs()


def _is_report_behind(verb: Token) -> bool:
    return verb.dep_ in ("conj", "parataxis") and tells_speech(verb) and all(c.dep_ != "cc" for c in verb.children)


def _goes_on_from_the_past(sentence: Span, expressions: Sequence[TimeExpression], published: date) -> bool:
    """Whether the last day that the sentence's paragraph has spoken of lies more than a week back."""
    opening = sentence.doc.text.rfind("\n", 0, sentence.start_char)
    spoken = [e.last for e in expressions if opening < e.start < sentence.start_char and e.last]
    return bool(spoken) and published - spoken[-1] > OLD


def governor(predicate: Token) -> Token | None:
    """The finite verb that gives a predicate its time: its own, or that of what it goes on with or brings about."""
    token = predicate
    if token.pos_ == "NOUN" and token.dep_ in ("obj", "nsubj:pass") and token.head.lemma_ in words.verbs("light"):
        token = token.head
    while not _is_finite(token):
        if not _shares_its_verb(token):
            return None
        token = token.head
    return token


def _shares_its_verb(token: Token) -> bool:
    """Whether a form without a tense happens with the verb above: "killing two", "managed to seize", "and looted"."""
    if token.head == token or token.pos_ not in ("VERB", "AUX"):
        return False
    if token.dep_ == "xcomp":
        return token.head.lemma_ in grammar().lists["tense"]["verbs_of_deeds"]
    is_open = not any(child.dep_ in ("mark", "case") for child in token.children)
    return token.dep_ == "conj" or (
        token.dep_ == "advcl" and token.tag_ == "VBG" and is_open and token.i > token.head.i
    )


def _is_finite(token: Token) -> bool:
    return bool(_finite_tags(token))


def _finite_tags(token: Token) -> set[str]:
    parts = [token, *(child for child in token.children if child.dep_ in AUXILIARIES)]
    return {part.tag_ for part in parts} & {"VBD", "VBZ", "VBP", "MD"}


def _tells_news(verb: Token) -> bool:
    """Whether a finite verb, and what reports it, stands in a tense of news with nothing that points elsewhere."""
    if not _is_in_a_tense_of_news(verb) or _points_elsewhere(verb):
        return False
    if verb.dep_ in ("ccomp", "parataxis"):
        return tells_speech(verb.head) and _tells_news(verb.head)
    if verb.dep_ == "conj":
        first = governor(verb.head)
        return first is not None and _tells_news(first)
    return verb.head == verb


def _is_in_a_tense_of_news(verb: Token) -> bool:
    """Past, present or present perfect: no pluperfect, nothing after a modal verb."""
    auxiliaries = [child for child in verb.children if child.dep_ in AUXILIARIES]
    had = any(a.lemma_ == "have" and a.tag_ == "VBD" and a.dep_ == "aux" for a in auxiliaries)
    used = verb.lemma_ == "use" and any(child.dep_ == "xcomp" for child in verb.children)
    return not had and not used and "MD" not in _finite_tags(verb)


def _points_elsewhere(verb: Token) -> bool:
    """Whether an adverb ("once"), an era ("during the war") or a clause ("when ...") sets the verb at another time.

    What has happened "since the election" happened on many days.
    """
    background = grammar().lists["background"]
    return any(
        (child.dep_ == "advmod" and child.lower_ in background["adverbs"])
        or (child.dep_.startswith("obl") and (child.lemma_.lower() in background["eras"] or _reaches_to_now(child)))
        or (child.dep_ == "advcl" and any(word.lower_ in background["clauses"] for word in child.children))
        for child in verb.children
    )


def _reaches_to_now(phrase: Token) -> bool:
    since = grammar().lists["bounds"]["since"]
    return any(child.dep_ == "case" and child.lower_ in since for child in phrase.children)
