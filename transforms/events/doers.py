"""Doers: who does what a codebook row tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from schemas.records import Actor
from transforms.events import deeds, things
from transforms.events.actors.noun_phrases import case_of
from transforms.events.clauses.clauses import Clause
from transforms.events.codebook.codebook import Match
from transforms.events.identity import ARMED, distinct, is_known, is_public
from transforms.events.naming import GROUP, Naming, Resolve
from transforms.events.parties import companions, echoes
from transforms.events.reach import MODIFIERS, NOUNS, is_quality, is_told_of_who, nearer_antecedents
from transforms.events.sides import Sides

# What harms people, by CAMEO code: a riot, and every kind of assault.
HARM = ("145", "18", "19", "20")
OTHERS, ATTACK = "others", "attack"
ARREST, COURT, POLICE, ARMY = "173", "JUD", "COP", "MIL"
# What "who" cannot mean.
BODIES = frozenset({"country", "party", "organisation", "institution"})
THEN = frozenset({"when", "after", "as"})
BELOW = frozenset({"advcl", "ccomp", "xcomp", "conj", "acl", "obj"})


class Doers:
    """Finds who acts in the clauses of one document."""

    def __init__(self, doc: Doc, naming: Naming) -> None:
        self._doc, self._naming = doc, naming

    def find(self, clause: Clause, match: Match, matches: Mapping[int, Match], needs: Sides) -> list[Actor]:
        """Who acts: an actor, the owner of a thing ("a U.S. airstrike killed"), or at least a proper name.

        `matches` are the sentence's by predicate: whoever did the attack that killed has killed.
        """
        predicate = self._doc[clause.predicate]
        found = self._found(clause, match, matches, needs)
        others = [actor for noun in echoes(predicate) for actor in self._naming.first_of([noun], self._naming.actor)]
        beside = companions(predicate) if not clause.passive else ()
        others += [actor for noun in beside for actor in self._naming.first_of([noun], self._naming.coded)]
        return distinct([*found, *others]) if found else found

    def _found(self, clause: Clause, match: Match, matches: Mapping[int, Match], needs: Sides) -> list[Actor]:
        predicate, naming = self._doc[clause.predicate], self._naming
        heads = self._heads(clause, match)
        found = naming.first_named(heads, self._acting(naming.actor))
        found = found or naming.first_named(heads, self._from_place)
        found = found or self.meant(heads, predicate) or naming.first_named(heads, self._acting(self._whose))
        found = found or self._carried(heads, predicate)
        found = found or naming.first_of((one for i in heads for one in deeds.claimants(self._doc[i])), naming.actor)
        found = found or naming.first_named(heads, self._owning)
        found = found or naming.first_named(heads, self._acting(naming.proper_name))
        found = found or naming.first_named(self._armed(_behind(match, matches), match), naming.actor)
        found = found or naming.first_named(heads, lambda head: self._band(head, match))
        if not found and not heads and match.mutual and clause.passive:
            return self._speaking(clause)
        if found or heads or needs.actor != "hidden" or not needs.among_anyone:
            return found
        found = self._in_causes(clause, matches) or self._culprits(clause, match) or self._officers(clause, match)
        return found or self._of_others(clause, match, matches)

    def _acting(self, resolve: Resolve) -> Resolve:
        """`resolve`, less what the parse joins to a deed: its place or victim ("attacks in Lima and Quito killed")."""
        return lambda head: None if deeds.is_joined(self._doc[head]) else resolve(head)

    def _whose(self, head: int) -> Actor | None:
        """The owner of a thing that acts; whose land stands in front of an ambush owns no ambush."""
        is_of_land = any(self._is_scene(child.i) for child in self._doc[head].lefts)
        return None if is_of_land else self._naming.owner(head)

    def _from_place(self, head: int) -> Actor | None:
        """The country that a row takes for the doer behind "from": "drew criticism from Chad", "expelled from Chad"."""
        return self._naming.as_place(self._doc[head]) if case_of(self._doc[head]) == "from" else None

    def _band(self, head: int, match: Match) -> Actor | None:
        """Several who killed or kidnapped, of whom the words tell no more: "the group", "members of the sect"."""
        if not match.row.cameo_code.startswith(HARM) or self._doc[head].lemma_.lower() not in things.bands():
            return None
        told = self._naming.thing(head)
        return told and replace(told, kind=GROUP)

    def by_deeds(self, clause: Clause, match: Match) -> Match:
        """The match with the deed as actor, where the parse hangs "that killed two" on the deed's place or victim."""
        if not match.row.cameo_code.startswith(HARM):
            return match
        predicate = self._doc[clause.predicate]
        told = [deeds.meant(self._doc[i], predicate) for i in match.actors]
        may = [noun.i for noun in told if not deeds.is_victim(noun) and not self._is_scene(noun.i)]
        return replace(match, actors=tuple(may))

    def meant(self, heads: Iterable[int], predicate: Token) -> list[Actor]:
        """The actor that a relative clause is about, where what the parse hangs it on is none."""
        unknown = [
            noun for head in heads if not self._naming.actor(head) and not deeds.is_deed(noun := self._doc[head])
        ]
        nearer = [noun.i for head in unknown for noun in nearer_antecedents(head, predicate)]
        above = [i for head in heads for i in self._people_over(self._doc[head], predicate)]
        return self._naming.first_named([*above, *nearer], self._naming.actor)

    def _people_over(self, body: Token, predicate: Token) -> Iterator[int]:
        """Whom "who" means where the parse hangs it on a body: "a leader of the party, who was shot"."""
        actor = self._naming.actor(body.i)
        if actor is None or actor.kind not in BODIES or not is_told_of_who(body, predicate):
            return
        while body.dep_ == "nmod" and body.head.i < body.i:
            body = body.head
            yield body.i

    def _carried(self, heads: Iterable[int], predicate: Token) -> list[Actor]:
        """Who did the deed that a relative clause is about, where the parse hangs the clause on the deed's place."""
        if not any(up.dep_ == "acl:relcl" for up in (predicate, *predicate.ancestors)):
            return []
        return self._naming.first_of(_carriers(self._doc[head] for head in heads), self._naming.owner)

    def _owning(self, head: int) -> Actor | None:
        """Whose a thing is by a word in front of it: "Chadian aid", "a rebel's bullet", not "aid in Chad"."""
        for child in self._doc[head].lefts:
            owner = self._naming.recipient(child.i) if child.dep_ in MODIFIERS or child.dep_ == "nmod:poss" else None
            suffers = deeds.is_target(child) and not self._may_attack(child.i)
            if owner is not None and is_known(owner) and not (suffers or self._is_scene(child.i)):
                return self._in_name_of(owner, self._doc[head], child)
        return None

    def _in_name_of(self, owner: Actor, thing: Token, said: Token) -> Actor | None:
        """What acts for its owner; a rebel's bullet is the rebel, "a militant attack on Chad" none of Chad's."""
        if thing.lemma_.lower() in things.arms() and said.dep_ == "nmod:poss":
            return owner
        told = self._naming.thing(thing.i) if deeds.is_deed(thing) and owner.sectors else None
        if told is None:
            return self._naming.hit(thing.i)
        return replace(told, code=owner.code, country=owner.country, sectors=owner.sectors)

    def _heads(self, clause: Clause, match: Match) -> Sequence[int]:
        heads = match.actors or (shared_agents(self._doc[clause.predicate]) if clause.passive else ())
        named = [head for head in heads if not is_quality(self._doc[head]) and not _is_loose(self._doc[head])]
        return self._armed(named, match)

    def _armed(self, heads: Iterable[int], match: Match) -> list[int]:
        """Those who may do harm; who stands in front of an attack without arms suffers it: "the embassy bombing"."""
        if not match.row.cameo_code.startswith(HARM):
            return list(heads)
        named = [head for head in heads if not self._is_scene(head)]
        return [head for head in named if not deeds.is_target(self._doc[head]) or self._may_attack(head)]

    def _is_scene(self, head: int) -> bool:
        """ "A Kabul car bombing", "raids in the province killed two": what says where does no harm."""
        word, actor = self._doc[head], self._naming.actor(head)
        if actor is not None and actor.method == "place":
            return True
        in_front = word.dep_ == "compound" and deeds.is_deed(word.head)
        if not in_front or actor is None:
            return False
        # "A Somalia bombing", "a Sudan attack" are none by the land; "an Israel airstrike" is one by Israel.
        at_home = deeds.is_unclaimed(word.head) or _is_attack_alone(word.head)
        return actor.method == "capital" or (actor.method == "name" and at_home)

    def _may_attack(self, head: int) -> bool:
        actor = self._naming.actor(head)
        is_armed = actor is not None and not ARMED.isdisjoint(actor.sectors)
        return is_armed or self._doc[head].lemma_.lower() in things.attackers() | things.arms()

    def _in_causes(self, clause: Clause, matches: Mapping[int, Match]) -> list[Actor]:
        """Who acts in the clause that says how people came to harm: "were hurt when rioters threw stones"."""
        if not clause.passive or not matches[clause.predicate].row.cameo_code.startswith(HARM):
            return []
        causes = (matches[i] for i in matches if _is_cause(self._doc[i], self._doc[clause.predicate]))
        heads = [head for cause in causes if cause.row.cameo_code.startswith(HARM) for head in cause.actors]
        return self._naming.first_named(heads, self._naming.actor) or self._naming.first_named(heads, self._whose)

    def _culprits(self, clause: Clause, match: Match) -> list[Actor]:
        """The one whom the sentence calls "the assailant" or the like."""
        if not clause.passive or not match.row.cameo_code.startswith(HARM):
            return []
        sentence = self._doc[clause.predicate].sent
        nouns = [token for token in sentence if token.lemma_.lower() in things.culprits() and _is_definite(token)]
        found = distinct(actor for noun in nouns if (actor := self._naming.actor(noun.i)) is not None)
        return found if len(found) == 1 else []

    def _speaking(self, clause: Clause) -> list[Actor]:
        """Who says "an agreement has been reached with Chad": it is the speaker's own."""
        if not any(one.preposition == "with" for one in clause.arguments):
            return []
        actor = self._naming.actor(clause.speaker) if clause.speaker is not None else None
        actor = actor or self._naming.voice(clause.predicate)
        return [actor] if actor is not None and is_public(actor) else []

    def _of_others(self, clause: Clause, match: Match, matches: Mapping[int, Match]) -> list[Actor]:
        """Who hurt "four others" beside those killed: "two were killed and four others wounded in a raid by rebels"."""
        if not clause.passive or not match.row.cameo_code.startswith(HARM):
            return []
        victims = [other for other in matches.values() if any(self._doc[i].lower_ == OTHERS for i in other.recipients)]
        alike = [i for other in victims if other.row.cameo_code.startswith(HARM) for i in other.actors]
        return self._naming.first_named(self._armed(alike, match), self._naming.actor)

    def _officers(self, clause: Clause, match: Match) -> list[Actor]:
        """The police who say that somebody was arrested or came to do so, or the court in which he was sentenced."""
        if not clause.passive or match.row.cameo_code != ARREST:
            return []
        courts = [(one.head, COURT) for one in clause.arguments if one.preposition in ("in", "at", "before")]
        speakers = [(clause.speaker, POLICE)] if clause.speaker is not None else []
        then = [*_acting_then(self._doc[clause.predicate]), *_raiding(self._doc[one.head] for one in clause.arguments)]
        acting = [(head.i, sector) for head in then for sector in (POLICE, COURT, ARMY)]
        named = ((self._naming.actor(head), sector) for head, sector in (*courts, *acting, *speakers))
        found = distinct(actor for actor, sector in named if actor is not None and sector in actor.sectors)[:1]
        scenes = (self._naming.as_place(self._doc[one.head]) for one in clause.arguments if one.preposition == "in")
        abroad = any(scene is not None and found and scene.country != found[0].country for scene in scenes)
        return [] if abroad else found


def shared_agents(predicate: Token) -> tuple[int, ...]:
    """By-phrases of the passive beside it: "was seized by police and taken into custody", "was beaten and shot by"."""
    beside = [predicate.head] if predicate.dep_ == "conj" and not _has_subject(predicate) else []
    beside += [c for c in predicate.rights if c.dep_ == "conj" and c.tag_ == "VBN" and not _has_subject(c)]
    return tuple(child.i for verb in beside for child in verb.children if child.dep_ == "obl:agent")


def _is_attack_alone(deed: Token) -> bool:
    """ "Killed in Sudan attacks": where nobody is said to be attacked, a land in front says where."""
    return deed.lemma_.lower() == ATTACK and not any(child.dep_ == "nmod" for child in deed.rights)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_.startswith("nsubj") for child in verb.children)


def _is_loose(noun: Token) -> bool:
    """Whether a noun is called an agent without "by", as the names of a list behind the sentence are."""
    return noun.dep_ == "obl:agent" and not case_of(noun)


def _carriers(heads: Iterable[Token]) -> Iterator[Token]:
    """What a relative clause is about where the parse hangs it on a place: "attacks in the north, which killed"."""
    for head in heads:
        while head.dep_ == "nmod" and case_of(head) and head.head.pos_ in NOUNS and not deeds.is_deed(head):
            head = head.head
            yield head


def _is_cause(deed: Token, predicate: Token) -> bool:
    """Whether a deed is told in a clause with "when" or "after" below the predicate."""
    while deed.head != predicate:
        beside = deed.dep_ == "advcl" and deed.left_edge.lower_ not in THEN
        if beside or deed.dep_ not in BELOW or deed.head == deed:
            return False
        deed = deed.head
    return deed.dep_ in ("advcl", "ccomp") and deed.left_edge.lower_ in THEN


def _acting_then(predicate: Token) -> Iterator[Token]:
    """Who acts in the clause that says when: "was arrested after police searched his car"."""
    clauses = (child for child in predicate.rights if child.dep_ == "advcl" and child.left_edge.lower_ in THEN)
    for clause in clauses:
        passive = any(child.dep_ == "nsubj:pass" for child in clause.children)
        wanted = "obl:agent" if passive or clause.tag_ in ("VBN", "VBG") else "nsubj"
        yield from (child for child in clause.children if child.dep_ == wanted)


def _raiding(scenes: Iterable[Token]) -> Iterator[Token]:
    """Whose the operation is in which somebody is arrested: "in a police raid", "during a search by the army"."""
    for scene in scenes:
        if case_of(scene) in ("in", "during"):
            yield from (child for child in scene.children if child.dep_ == "compound" or case_of(child) == "by")


def _is_definite(noun: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in ("the", "this", "that") for child in noun.lefts)


def _behind(match: Match, matches: Mapping[int, Match]) -> tuple[int, ...]:
    """Who acts in the event that stands where an actor should: the Taliban for "a Taliban attack killed"."""
    events = (matches[head] for head in match.actors if head in matches)
    return tuple(actor for event in events for actor in event.actors)
