"""Participants: from the words that a codebook row points at to pairs of actor and recipient."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from schemas.records import Actor
from transforms.events import things
from transforms.events.actors.codes import UNKNOWN
from transforms.events.actors.noun_phrases import case_of
from transforms.events.clauses import words
from transforms.events.clauses.binding import OWNERS, REFLEXIVE
from transforms.events.clauses.clauses import Clause
from transforms.events.codebook.codebook import Match
from transforms.events.deeds import is_deed
from transforms.events.doers import Doers
from transforms.events.identity import (
    PLACES,
    THING,
    is_actor,
    is_armed,
    is_known,
    is_owner_word,
    is_public,
    may_do,
    same,
    side_by_side,
)
from transforms.events.naming import Memory, Naming, speaks
from transforms.events.reach import (
    MODIFIERS,
    NOUNS,
)
from transforms.events.recipients import Recipients
from transforms.events.sides import Sides, sides

# How a phrase for a thing of somebody's own starts.
OWNED = tuple(f"{word} " for word in sorted(OWNERS))
AGREEMENT, CONCEDE, RETREAT, AID, GOVERNMENT = "AGREE", "CONCEDE", "RETREAT", "AID", "GOV"
# No body of states takes to the streets.
PROTEST, UNION_OF_STATES = "PROTEST", "IGO"
# How the nation of people who are told of without one is taken from what stands around.
CITY, NAMED_BEFORE = "city", "country named before"
ROLE = "role"
GUESSED = frozenset({f"{ROLE} and {way}" for way in ("setting", "scene", "earlier scene", "leading scene")})
ASSERTED, PERSON, OBJECTS = "asserted", "person", ("object", "indirect_object")
# How a noun hangs within a noun's phrase.
WITHIN = ("nmod", "compound", "amod", "conj", "appos", "flat")
RECIPROCAL = frozenset({("each", "other"), ("one", "another")})


@dataclass(frozen=True, slots=True)
class Pair:
    """Who does it and to whom; one of the two may be missing."""

    actor: Actor | None
    recipient: Actor | None


class Participants:
    """Who takes part in what the clauses of one document tell."""

    def __init__(
        self, doc: Doc, memory: Memory, dates: Collection[int] = (), voices: Mapping[int, int] | None = None
    ) -> None:
        """`dates` are indexes of tokens that tell a time and so nobody; `voices` give quoted tokens their speaker."""
        self._doc, self._memory = doc, memory
        self._naming = Naming(doc, memory, dates, voices)
        self._doers = Doers(doc, self._naming)
        self._recipients = Recipients(doc, self._naming, self._doers)

    def actor(self, head: int) -> Actor | None:
        """The actor whose noun phrase this token heads; for a pronoun the noun that binds it in its sentence."""
        return self._naming.actor(head)

    def recipient(self, head: int) -> Actor | None:
        """The actor that is acted on: also a country one is in or goes to, and whoever a thing belongs to."""
        return self._naming.recipient(head)

    def sectors(self, head: int) -> Sequence[str]:
        """PLOVER sectors of that actor."""
        actor = self.actor(head)
        return actor.sectors if actor else ()

    def pairs(self, clause: Clause, match: Match, matches: Mapping[int, Match]) -> list[Pair]:
        """Every pair that the match tells of; a mutual act of several gives the first with each other.

        `sides.csv` says whom the type of event needs. One side at least is known, by country or sector, and mostly
        acts in public life; the other may be a name or a thing, which keeps its text and no code. `matches` are the
        sentence's by predicate: whoever did the attack that killed has killed.
        """
        needs = sides(match.row.event_type)
        match = self._doers.by_deeds(clause, match)
        if self._is_done_to_oneself(match, needs):
            return []
        counts = is_known if needs.among_anyone else is_armed if needs.among_armed else is_public
        found = [
            pair
            for pair in self._pairs(clause, match, matches, needs)
            if counts(pair.actor)
            or counts(pair.recipient)
            or (needs.among_nations and _is_of_two_nations(pair))
            or self._befalls(clause, pair, needs)
        ]
        may_lack = match.row.may_lack_recipient
        told = [
            pair for pair in found if _has_whom_it_needs(pair, needs, may_lack) and not _is_with_itself(pair, needs)
        ]
        if clause.pos == "noun":
            # "The seizure of their ships": whose they are does not say who was hit; it may be the ones who seized.
            told = [pair for pair in told if pair.actor is not None or not is_owner_word(pair.recipient)]
        if any(pair.actor is None for pair in told) and not self._hides_its_actor(clause, match, matches, needs):
            told = [pair for pair in told if pair.actor is not None]
        if needs.event_type == RETREAT or needs.actor == "state":
            told = [pair for pair in told if pair.actor is not None or self._befalls(clause, pair, needs)]
        if needs.event_type == PROTEST:
            told = [pair for pair in told if not _is_of_states(pair.actor)]
        if needs.event_type == AGREEMENT:
            told = [pair for pair in told if not _is_within_a_government(pair)]
        if needs.actor != "passive":
            several = [pair.recipient for pair in told if pair.recipient is not None]
            told = [pair for pair in told if pair.actor is not None or not self._names_a_doer(clause, several)]
        return [self._of_one_nation(pair, needs) for pair in told]

    def _befalls(self, clause: Clause, pair: Pair, needs: Sides) -> bool:
        """Whether a passive without an actor tells what is done to somebody of a known nation, or said to a state.

        "Ten Kenyan miners were freed", "Chad was warned", not "a video of a girl found by police was released".
        """
        one = pair.recipient
        if not clause.passive or pair.actor is not None or one is None or one.code is None:
            return False
        if needs.actor == "state":
            befalls = _is_state(one) or (
                one.kind == THING and (needs.thing == "proposal" or needs.event_type == CONCEDE)
            )
        else:
            befalls = needs.actor == "passive" and not needs.in_words and one.kind != THING
        if not befalls or clause.status != ASSERTED:
            return False
        span = self._doc.char_span(one.start, one.end, alignment_mode="expand")
        told = {a.head for a in clause.arguments if a.role in OBJECTS and case_of(self._doc[a.head]) != "by"}
        if needs.event_type in (AID, AGREEMENT):
            told |= {a.head for a in clause.arguments if a.preposition == "to"}
        return span is not None and not told.isdisjoint(_phrase_over(span.root))

    def _of_one_nation(self, pair: Pair, needs: Sides) -> Pair:
        """The pair with its unnamed side of the other's nation, where the two are of one by nature.

        Where the other is a nation itself, the unnamed officials are another's.
        """
        one, other = pair.actor, pair.recipient
        if one is None or other is None:
            return pair
        if _is_guessed_against(one, other):
            return Pair(replace(one, country=None, code=f"{UNKNOWN}{''.join(one.sectors)}", method=ROLE), other)
        beside = self._memory.beside
        return Pair(beside(one, other, needs.event_type, acts=True), beside(other, one, needs.event_type, acts=False))

    def _is_done_to_oneself(self, match: Match, needs: Sides) -> bool:
        """A suicide is no assault."""
        done_to = {self._doc[head].lower_ for head in match.recipients}
        return needs.among_anyone and not done_to.isdisjoint(REFLEXIVE)

    def _names_a_doer(self, clause: Clause, acted_on: Sequence[Actor]) -> bool:
        """Whether the sentence names, beside those acted on, somebody who may have done what has no actor."""
        for token in self._doc[clause.predicate].sent:
            if not may_act(token) or token.i == clause.speaker or speaks(token) or self._is_governed(token, clause):
                continue
            other = self.actor(token.i)
            if other is not None and may_do(other) and not any(side_by_side(other, one) for one in acted_on):
                return True
        return False

    def _is_governed(self, noun: Token, clause: Clause) -> bool:
        """ "Was urged to free the pilot": who stands in what is asked does not ask."""
        return any(self._doc[i].is_ancestor(noun) for i in clause.complements if noun.i > i > clause.predicate)

    def _pairs(self, clause: Clause, match: Match, matches: Mapping[int, Match], needs: Sides) -> list[Pair]:
        actors = self._doers.find(clause, match, matches, needs)
        told_of = (*match.recipients, *(argument.head for argument in clause.arguments))
        mutual = match.mutual or any(self._is_each_other(head) for head in told_of)
        named = self._recipients.find(clause, match, matches, needs, actors, alone=mutual and len(actors) > 1)
        recipients = [one for one in named if not any(same(one, a) or _is_own_thing(one, a) for a in actors)]
        among_themselves = needs.together and match.row.may_be_mutual and _act_together(actors, recipients)
        others = [one for one in recipients if is_actor(one) and not (len(actors) > 1 and one.method == CITY)]
        if among_themselves or (mutual and not others):
            return [Pair(actors[0], other) for other in actors[1:] if not _is_of_one_office(actors[0], other, needs)]
        if not actors and match.row.may_be_mutual and self._is_between(match):
            return [Pair(recipients[0], other) for other in recipients[1:]] or [Pair(None, r) for r in recipients]
        if not actors or not recipients:
            return [Pair(a, None) for a in actors] + [Pair(None, r) for r in recipients]
        return [Pair(a, r) for a in actors for r in recipients]

    def _is_between(self, match: Match) -> bool:
        """ "A deal has been reached between Chad and the rebels": each has done it with the other."""
        return any(case_of(self._doc[head]) == "between" for head in match.recipients)

    def _hides_its_actor(self, clause: Clause, match: Match, matches: Mapping[int, Match], needs: Sides) -> bool:
        """Whether an event may lack an actor: in a passive, a noun, or done by an event ("the blast killed two")."""
        if match.actors:
            told = any(head in matches or is_deed(self._doc[head]) or self._is_arm(head) for head in match.actors)
            done_by_event = told or not match.row.actor_condition.is_open
            return needs.actor == "hidden" and done_by_event
        unsaid = clause.pos == "noun" or match.row.may_lack_actor or self._is_outcome(clause)
        return (needs.actor != "named" and clause.passive) or (needs.actor == "hidden" and unsaid)

    def _is_outcome(self, clause: Clause) -> bool:
        """Whether the clause tells what came of something done to somebody: "was ambushed, killing two"."""
        verb = self._doc[clause.predicate]
        return verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.lemma_.lower() in words.verbs("outcome")

    def _is_arm(self, head: int) -> bool:
        """Whether a word says with what one attacked, not who did: "killed in a mortar attack"."""
        word = self._doc[head]
        return word.dep_ == "compound" and word.lemma_.lower() in things.arms()

    def _is_each_other(self, head: int) -> bool:
        """Whether a phrase is "each other", or something of each other's."""
        start = self._doc[head].left_edge.i
        spoken = [token.lower_ for token in self._doc[start : head + 2]]
        return not RECIPROCAL.isdisjoint(pairwise(spoken))


def may_act(noun: Token) -> bool:
    """Whether the noun is named for itself, as an owner, or behind "by" or "from"; not as a place, nor as a victim."""
    if noun.dep_ == "appos" and noun.head.i < noun.i and noun.head.pos_ in NOUNS:
        return may_act(noun.head)
    if noun.pos_ not in NOUNS or noun.dep_ in MODIFIERS or noun.dep_ in ("nsubj:pass", "flat"):
        return False
    case = next((child.lower_ for child in noun.lefts if child.dep_ == "case" and child.tag_ != "POS"), "")
    return case in ("", "by", "from")


def _phrase_over(noun: Token) -> Iterator[int]:
    """A noun and those whose phrase it stands in: "hundreds" for the captives in "hundreds of Kenyan captives"."""
    yield noun.i
    while noun.dep_.startswith(WITHIN) and noun.head.pos_ in NOUNS:
        noun = noun.head
        yield noun.i


def _act_together(actors: Sequence[Actor], recipients: Sequence[Actor]) -> bool:
    """Whether several do it together: with nobody else, or of several nations with no other nation.

    "Chad and Kenya agreed to free 20 captives" is agreed by the two, not with the captives.
    """
    nations = {actor.country for actor in actors} - {None}
    others = any(one.country is not None and one.method not in GUESSED for one in recipients)
    return len(actors) > 1 and (not recipients or (len(nations) > 1 and not others))


def _is_of_states(one: Actor | None) -> bool:
    return one is not None and one.code is not None and one.code.startswith(UNION_OF_STATES)


def _is_state(one: Actor) -> bool:
    """Whether the actor is a country, or its government or officials, not one of them alone."""
    return one.kind == "country" or (one.kind not in (PERSON, THING) and tuple(one.sectors) == (GOVERNMENT,))


def _has_whom_it_needs(pair: Pair, needs: Sides, may_lack: bool) -> bool:
    if needs.needs_recipient and pair.recipient is None:
        return may_lack and is_public(pair.actor)
    if needs.needs_code and not is_known(pair.recipient):
        return False
    return pair.actor is None or _may_be_unknown(pair.actor, needs)


def _is_guessed_against(one: Actor, other: Actor) -> bool:
    """Whether officials, taken for those of the nation around, act on that very nation: "the minister warned Iran"."""
    official = GOVERNMENT in one.sectors and one.method in GUESSED
    return official and other.kind == "country" and other.method == "name" and one.country == other.country


def _may_be_unknown(actor: Actor, needs: Sides) -> bool:
    """Whether the actor is known; in violence and arrests a person or people will do of whom nothing is known."""
    return is_known(actor) or (needs.among_anyone and actor.kind in ("person", "group"))


def _is_with_itself(pair: Pair, needs: Sides) -> bool:
    """Whether somebody only travels in his own country, or does something to a thing of his own."""
    one, other = pair.actor, pair.recipient
    if one is None or other is None or other.code is None:
        return False
    if needs.never_own and other.code == one.country and not PLACES.isdisjoint({one.kind, other.kind}):
        return True
    if needs.event_type == AGREEMENT and other.country == one.country and other.method == NAMED_BEFORE:
        # "The president is committed to defending the country".
        return True
    return _is_own_thing(other, one)


def _is_of_one_office(one: Actor, other: Actor, needs: Sides) -> bool:
    """Whether a ruler agrees with his own minister: one government makes no agreement with itself."""
    if needs.event_type != AGREEMENT or one.code != other.code or GOVERNMENT not in one.sectors:
        return False
    return _is_one_government(one, other) or other.text.lower().startswith(OWNED)


def _is_of_two_nations(pair: Pair) -> bool:
    """Whether people of one country act on people of another."""
    countries = {side.country for side in (pair.actor, pair.recipient) if side is not None and side.country is not None}
    return len(countries) > 1


def _is_within_a_government(pair: Pair) -> bool:
    """Whether a ruler promises to see his own minister."""
    one, other = pair.actor, pair.recipient
    return one is not None and other is not None and one.kind == other.kind == PERSON and _is_one_government(one, other)


def _is_one_government(one: Actor, other: Actor) -> bool:
    return one.country is not None and one.code == other.code and GOVERNMENT in one.sectors


def _is_own_thing(thing: Actor, actor: Actor) -> bool:
    if thing.kind != THING or not thing.text.lower().startswith(OWNED):
        return False
    return thing.code == actor.code or (actor.country is not None and thing.country == actor.country)
