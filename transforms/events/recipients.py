"""Recipients: on whom what a codebook row tells is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from schemas.records import Actor
from transforms.events import deeds, things
from transforms.events.actors.noun_phrases import case_of
from transforms.events.authors import authors
from transforms.events.clauses.clauses import Clause
from transforms.events.codebook.codebook import Match
from transforms.events.doers import HARM, Doers
from transforms.events.identity import THING, as_place, distinct, is_public, same
from transforms.events.naming import Naming
from transforms.events.reach import MODIFIERS, NOUNS, about, beside, cleft, coordinated, is_full, phrase_head, purposes
from transforms.events.sides import Sides

OBJECT, REQUEST, AGREEMENT = "object", "REQUEST", "AGREE"
# What is promised of these is no agreement with whom they are done to, and with these nothing is agreed.
UNKIND = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "COERCE", "ASSAULT"})
HUNTED = frozenset({"CRM", "UAF"})
# What one protests about: "a protest over the killing of two".
OVER = frozenset({"over", "about", "at", "for"})
# What a name must be to be accused or sued by itself.
BODIES = frozenset({"ORG", "PERSON"})
COURT = "JUD"
ARREST = "173"
# Whose allegations are looked into is not looked into.
INQUIRY = "09"
# Behind these stands what one speaks of; whoever is asked or blamed stands as the object, or behind "from" and "to".
MATTERS = frozenset({"for", "over", "into", "about", "of", "at", "on"})

POINTING = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})


class Recipients:
    """Finds who is acted on in the clauses of one document."""

    def __init__(self, doc: Doc, naming: Naming, doers: Doers) -> None:
        self._doc, self._naming, self._doers = doc, naming, doers

    def find(
        self,
        clause: Clause,
        match: Match,
        matches: Mapping[int, Match],
        needs: Sides,
        actors: Sequence[Actor],
        *,
        alone: bool = False,
    ) -> list[Actor]:
        """Who is acted on: in the row's slots, in words also what those concern, else a thing, else beside the verb.

        `actors` have done it; `matches` are the sentence's by predicate. With `alone` only the row's slots count: the
        actors may do it with each other.
        """
        if not match.row.recipient:
            return []
        meant = [i for i in match.recipients if not self._is_beside_the_point(self._doc[i], needs)]
        if needs.event_type == AGREEMENT and clause.complements:
            meant = [i for i in meant if not _is_sent(self._doc[i]) and not self._is_against(i, clause, matches)]
        match = replace(match, recipients=tuple(meant))
        found = self._in_slots(clause, match, needs)
        if needs.in_words and found and all(one.kind == THING for one in found):
            # "Rebuffed a demand by the opposition": whose it is by its own phrase.
            found = self._naming.first_of(_makers(match, self._doc), self._naming.coded) or found
        found = found or self._person(match) or self._counted(match)
        if not found and not alone and needs.reaches_about:
            found = self._concerned(match)
        if not found and needs.in_words:
            found = self._authors(match, actors)
        found = found or self._thing(match, needs)
        unclear = any(self._doc[head].pos_ == "PRON" for head in match.recipients)
        if found or unclear or alone:
            return found
        return self._beside(clause, match, needs) or self._ground(match, needs)

    def _is_against(self, head: int, clause: Clause, matches: Mapping[int, Match]) -> bool:
        """Whether what is promised is done to somebody, not with or for him: "promised to hunt the killers"."""
        if any(argument.head == head for argument in clause.arguments):
            return False
        # "Agreed not to arrest the rebels" is agreed with them.
        done = [i for i in clause.complements if not any(child.lower_ == "not" for child in self._doc[i].lefts)]
        if clause.complements and not done:
            return False
        if any(self._doc[i].lemma_.lower() in things.addressing() for i in done):
            return True
        acts = {matches[i].row.event_type for i in done if i in matches}
        found = self._naming.recipient(head)
        return bool(acts & UNKIND) or (not acts and found is not None and not HUNTED.isdisjoint(found.sectors))

    def _is_beside_the_point(self, noun: Token, needs: Sides) -> bool:
        """Whether a noun in a slot is not whom the words are meant for.

        Who suffers what is condemned; NATO in "the country's NATO membership"; a girl whose return is asked for.
        """
        if needs.owners == "front" and self._suffers(noun):
            return True
        if needs.in_words and case_of(noun) == "in" and self._is_court(noun):
            # "Threatened to sue in the Supreme Court".
            return True
        thing = noun.head if noun.dep_ in MODIFIERS else None
        owners = [child for child in thing.lefts if child.dep_ == "nmod:poss" and child.pos_ in NOUNS] if thing else []
        if any(self._naming.recipient(owner.i) is None for owner in owners):
            return True
        is_owner = noun.dep_ == "nmod:poss" and needs.event_type == REQUEST
        return is_owner and noun.pos_ in NOUNS and not is_public(self._naming.recipient(noun.i))

    def _is_court(self, noun: Token) -> bool:
        actor = self._naming.recipient(noun.i)
        return actor is not None and COURT in actor.sectors

    def _suffers(self, noun: Token) -> bool:
        """Whether it is to whom harm was done, or where, that is spoken of: "his arrest", "the Kabul attack"."""
        if noun.dep_ == "nmod" and case_of(noun) == "in" and deeds.is_victim(noun.head):
            return True
        deed = noun if noun.lemma_.lower() in things.harm() else _deed_over(noun)
        if deed.lemma_.lower() in things.suffered():
            owns = noun.dep_ == "nmod:poss" and not deeds.is_done_by_owner(deed)
            return owns or noun.dep_ == "compound" or case_of(noun) in deeds.VICTIMS
        if deed.lemma_.lower() not in things.harm():
            return False
        return (noun is not deed and case_of(noun) in deeds.VICTIMS) or self._is_of_capital(deed)

    def _is_of_capital(self, noun: Token) -> bool:
        """Whether a city in front says only where it happened."""
        named = (self._naming.recipient(child.i) for child in noun.lefts if child.dep_ == "compound")
        return any(actor is not None and actor.method == "capital" for actor in named)

    def _in_slots(self, clause: Clause, match: Match, needs: Sides) -> list[Actor]:
        """The actors that the row's slots hold; where owners count also whoever owns what is hit."""
        found = self._doers.meant(match.recipients[:1], self._doc[clause.predicate])
        found = found or self._naming.first_named(self._whole(match.recipients), self._naming.recipient)
        if found and not needs.in_words and len(found) < len(coordinated(self._doc[match.recipients[0]])):
            found = self._naming.first_named(self._whole(match.recipients), self._hit_too)
        if not found and needs.owners != "no":
            owned = (i for i in match.recipients if needs.owners == "yes" or _is_owned_in_front(self._doc[i]))
            found = self._naming.first_named(owned, self._naming.hit)
        return found if needs.in_words else [as_place(actor) for actor in found]

    def _hit_too(self, head: int) -> Actor | None:
        """The recipient, or whose what is hit beside it is: "banned Greek reporters and a Chilean station"."""
        owned = self._naming.hit(head) if _is_owned_in_front(self._doc[head]) else None
        return self._naming.recipient(head) or owned

    def _whole(self, heads: Sequence[int]) -> list[int]:
        """The heads, with the people whom a word in front only describes: "Chad's generals", "five Kenyan captives"."""
        return [self._described(self._doc[head]) for head in heads]

    def _described(self, noun: Token) -> int:
        people = noun.head if noun.dep_ in MODIFIERS | {"nmod:poss"} and noun.i < noun.head.i else noun
        if people is noun or people.pos_ not in NOUNS:
            return noun.i
        found = self._naming.actor(people.i)
        if found is None or found.kind == THING:
            return noun.i
        described = self._naming.recipient(noun.i)
        return people.i if found.country is not None or described is None or described.country is None else noun.i

    def _concerned(self, match: Match) -> list[Actor]:
        """Whom the words are about; never those to whom the harm was done that is spoken of."""
        heads = [self._doc[head] for head in match.recipients]
        nouns = (token for head in heads if not deeds.is_deed(head) for token in about(head))
        others = (noun for noun in nouns if noun.i not in match.actors and not self._is_named_after(noun))
        return self._naming.first_of(others, self._naming.recipient)

    def _is_named_after(self, noun: Token) -> bool:
        """Whether a capital says where an agreement was made: "the Treaty of London"."""
        actor = self._naming.recipient(noun.i)
        return case_of(noun) == "of" and actor is not None and actor.method == "capital"

    def _authors(self, match: Match, actors: Sequence[Actor]) -> list[Actor]:
        """Whose a word or deed is that is refused or blamed: "its order", "the offer", "the agency's use of it"."""
        for head in match.recipients:
            noun = phrase_head(self._doc[head])
            if match.row.cameo_code.startswith(INQUIRY) and things.said_by(noun.lemma_.lower()):
                return []
            nouns = authors(noun)
            named = distinct(actor for noun in nouns if (actor := self._naming.coded(noun.i)) is not None)
            others = [one for one in named if not any(same(one, actor) for actor in actors)]
            if others:
                return others if len(others) == 1 else []
        return []

    def _person(self, match: Match) -> list[Actor]:
        """Somebody named in the first slot of whom nothing is known: no other noun of the phrase is meant."""
        people = [
            i for i in match.recipients[:1] if self._doc[i].pos_ == "PROPN" and self._doc[i].ent_type_ == "PERSON"
        ]
        return self._naming.first_named(people, self._naming.proper_name)

    def _counted(self, match: Match) -> list[Actor]:
        """Those whom a number counts, bare of those who came to harm: "three were killed", "arrested two of them"."""
        bare = match.row.cameo_code.startswith((*HARM, ARREST))
        return self._naming.first_named(match.recipients[:1], lambda head: self._naming.counted(head, bare=bare))

    def _thing(self, match: Match, needs: Sides) -> list[Actor]:
        """The name, or the thing where the type takes one, that stands in the first slot and has no code."""
        # "Condemned the assault by forces loyal to Ruiz" is about the assault.
        slots = match.recipients if needs.thing == "matter" else match.recipients[:1]
        if needs.thing == "proposal" and not slots:
            # "Turned down an invitation".
            slots = tuple(i for i in match.predicate_tokens if self._doc[i].dep_ in ("obj", "nsubj:pass"))
        heads = (phrase_head(self._doc[head]) for head in slots)
        nouns = [noun.i for noun in heads if is_full(noun) and self._may_be_thing(noun, match, needs)]
        return self._naming.first_named(nouns, self._naming.thing)

    def _may_be_thing(self, noun: Token, match: Match, needs: Sides) -> bool:
        if needs.in_words:
            told = match.predicate_tokens
        else:
            own_place = case_of(noun) in match.row.prepositions and case_of(noun) in match.row.recipient
            told = () if own_place or OBJECT in match.row.recipient else (*match.predicate_tokens, *match.absorbed)
        if needs.thing == "proposal" and noun.lemma_.lower() in things.proposals():
            return True
        if (noun.i in told and noun.pos_ != "PROPN") or _is_somebody(noun):
            return False
        if needs.thing == "matter":
            return _is_matter(noun)
        # "Vowed to strike back for an attack" threatens no attack.
        is_cause = needs.in_words and deeds.is_deed(noun)
        return (needs.thing == "yes" and not is_cause) or noun.pos_ == "PROPN"

    def _ground(self, match: Match, needs: Sides) -> list[Actor]:
        """A place without a name that is told of for the first time: "two villages", not "the village"."""
        heads = (phrase_head(self._doc[head]) for head in match.recipients[:1])
        grounds = (noun for noun in heads if needs.thing == "yes" and noun.lemma_.lower() in things.grounds())
        unnamed = (noun.i for noun in grounds if not any(child.lower_ in POINTING for child in noun.lefts))
        return self._naming.first_named(unnamed, self._naming.thing)

    def _beside(self, clause: Clause, match: Match, needs: Sides) -> list[Actor]:
        starts = [self._doc[i] for i in match.recipients or (*match.predicate_tokens, *clause.complements)]
        # In "sent in the army" the army is what was sent, though "in" may seem to stand before it.
        near = [noun for noun in beside(starts, needs.beside) if noun.i not in match.predicate_tokens]
        near = [noun for noun in near if not self._is_named_after(noun)]
        if needs.owners == "front":
            near = [noun for noun in near if not (case_of(noun.head) in OVER and self._suffers(noun))]
        near += [noun for noun in cleft(self._doc[clause.predicate]) if case_of(noun) in needs.beside]
        if needs.in_purpose:
            wanted = purposes(self._doc[clause.predicate])
            # "Took to the streets of Lima": the row's own word is no place where they demand something.
            near = [noun for noun in near if noun.lemma_.lower() not in match.row.complement.named]
            near = [*(found for noun in near for found in (noun, *about(noun))), *wanted]
            near = [noun for noun in near if not self._suffers(noun)]
        return self._naming.first_of(near, self._naming.coded)


def _makers(match: Match, doc: Doc) -> Iterator[Token]:
    """Nouns behind "by" in the phrase of what the words are about, deeds aside."""
    heads = (doc[head] for head in match.recipients[:1])
    return (c for head in heads if not deeds.is_deed(head) for c in head.rights if case_of(c) == "by")


def _is_sent(noun: Token) -> bool:
    """ "Promised to send engineers": they are what is given, not to whom."""
    return noun.pos_ == "NOUN" and noun.dep_ == "obj" and noun.head.lemma_.lower() in things.sending()


def _deed_over(noun: Token) -> Token:
    """What the noun hangs on; the deed before it where the parse takes its verb ("protested violence against")."""
    deeds = (child for child in noun.head.children if child.dep_ == "obj" and child.lemma_.lower() in things.harm())
    return next(deeds, noun.head) if noun.dep_ == "obl" else noun.head


def _is_owned_in_front(noun: Token) -> bool:
    """ "Algerian mediation", never "the Kabul attack", "his arrest" or "violence in Kabul"."""
    noun = phrase_head(noun)
    if deeds.is_deed(noun):
        return deeds.is_named_in_front(noun)
    return any((child.dep_ == "amod" and child.ent_type_) or _is_of_state(child) for child in noun.lefts)


def _is_of_state(word: Token) -> bool:
    """ "Government cuts", "the court ruling": a body of the state in front of what it has made."""
    return word.dep_ == "compound" and word.pos_ == "NOUN" and word.lemma_.lower() in things.bodies()


def _is_somebody(noun: Token) -> bool:
    """Whether a noun stands for people or a place named elsewhere, or where only somebody can: "accused the firm"."""
    if noun.pos_ == "NOUN" and noun.lemma_.lower() in things.stand_ins() | things.grounds():
        return True
    is_named = noun.pos_ == "PROPN" and noun.ent_type_ in BODIES
    if case_of(noun):
        # "Fired on a boat" dismisses nobody.
        return False
    return noun.dep_ in ("obj", "nsubj:pass") and not is_named and noun.head.lemma_.lower() in things.addressing()


def _is_matter(noun: Token) -> bool:
    """Whether a noun is what one speaks of, not whom: "condemned the plan", "called for an end", "urged restraint"."""
    if noun.dep_ == "nmod":
        return case_of(noun) in MATTERS | {"to"}
    if noun.dep_ not in ("obj", "nsubj:pass"):
        return case_of(noun) in MATTERS
    governed = [child for child in noun.head.children if child.dep_ == "xcomp"]
    return all(child.tag_ == "VBN" and not any(mark.lower_ == "to" for mark in child.lefts) for child in governed)
