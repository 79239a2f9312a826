"""Clauses: who does what to whom, read off a Universal Dependencies parse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span

from transforms.events.clauses import words
from transforms.events.clauses.node import Node
from transforms.events.clauses.status.lists import listed
from transforms.events.clauses.subjects import OBLIQUE, Subjects, is_passive, is_predicate, stands_for
from transforms.events.clauses.telling import Telling
from transforms.events.clauses.tree import conjuncts, grow, preposition

# A gerund behind one of these words is a complement: accused of attacking, barred from entering.
GERUND_MARKS = frozenset({"of", "from", "for", "against", "into", "on", "in", "with", "to"})

BEHIND_DOER = frozenset({"on", "against", "at", "into", "to"})
CONSTRUCTIONS = {"acl:relcl": "relative", "acl": "reduced", "xcomp": "control", "advcl": "adverbial"}

# "After a meeting with", "ahead of talks with": who does the one takes part in the other.
ATTENDED = frozenset({"after", "before", "during", "following", "ahead of", "at", "in", "for", "since"})
# "Chad is in talks with Kenya", "the miners are on strike".
STATES = frozenset({"in", "on"})
# "A march in spite of a warning by the mayor": what goes on beside an act has doers of its own.
BESIDE_AN_ACT = (
    *ATTENDED - {"at", "in", "for"},
    *("despite", "amid", "because of", "over", "like", "unlike", "according to"),
)


@dataclass(frozen=True, slots=True)
class Argument:
    """One participant of a clause.

    `head` is its head token's index in the Doc, `preposition` the lower-case case marker. `role` is one of
    subject, object, indirect_object, oblique, possessor, modifier, complement. A modifier is a noun or a
    nationality before an event noun ("police raid", "Israeli attack"); a complement is a noun or adjective given
    to the object ("called him a liar").
    """

    role: str
    head: int
    preposition: str | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its arguments, after passives, relatives, control and coordination are undone.

    `predicate` is the token's index in the Doc, `lemma` its lower-case lemma, `pos` "verb", "noun" or "adjective".
    A passive's logical object stands under object and its by-phrase under subject. Arguments are heads;
    coordinated phrases are not expanded. A verb's own obliques come first, then those of its object, since
    "imposed sanctions on Iran" may be parsed either way. `complements` are the indexes of the clauses' predicates
    it governs. `telling` knows how the sentence tells it; few clauses tell an event and are asked for it.
    """

    predicate: int
    lemma: str
    pos: str
    particle: str | None
    passive: bool
    arguments: tuple[Argument, ...]
    complements: tuple[int, ...]
    telling: Telling = field(compare=False, repr=False)

    @property
    def status(self) -> str:
        """The predicate's own status (see codes.STATUSES)."""
        return self.telling.status(self.predicate)

    @property
    def speaker(self) -> int | None:
        """Head token of the one it is attributed to, None where the writer says it."""
        return self.telling.speaker(self.predicate)

    @property
    def construction(self) -> str:
        """Active, passive, relative, reduced, control, adverbial, nominal, adjunct or adjectival."""
        if self.pos == "adjective":
            return "adjectival"
        if self.pos == "noun":
            own = self.telling.dependants(self.predicate)
            borrowed = any(argument.role == "possessor" and argument.head not in own for argument in self.arguments)
            return "adjunct" if borrowed else "nominal"
        return CONSTRUCTIONS.get(self.telling.label(self.predicate), "passive" if self.passive else "active")


def clauses(sentence: Span) -> list[Clause]:
    """Every clause of one sentence in the order of its predicates."""
    return clauses_of(grow(sentence))


def clauses_of(nodes: Sequence[Node]) -> list[Clause]:
    """The same for a sentence whose tree is grown."""
    return list(_Reader(nodes).read())


class _Reader:
    """Reads one sentence; keeps what has been worked out for its predicates."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.nodes = nodes
        self.subjects = Subjects()
        self.telling = Telling(nodes, self.subjects)

    def read(self) -> Iterator[Clause]:
        for node in self.nodes:
            if is_predicate(node):
                yield self.clause(node, "adjective" if node.pos == "ADJ" else "verb", self.verb_arguments(node))
            elif node.pos == "NOUN":
                arguments = self.noun_arguments(node)
                if arguments:
                    yield self.clause(node, "noun", arguments)

    def clause(self, node: Node, pos: str, arguments: list[Argument]) -> Clause:
        particle = node.first("compound:prt")
        return Clause(
            predicate=node.index,
            lemma=node.lemma,
            pos=pos,
            particle=particle.word if particle else None,
            passive=pos == "verb" and is_passive(node),
            arguments=tuple(dict.fromkeys(arguments)),
            complements=tuple(_complements(node)),
            telling=self.telling,
        )

    def verb_arguments(self, node: Node) -> list[Argument]:
        """Subject, objects, obliques and nominal complements of a verb or predicate adjective."""
        passive = is_passive(node)
        surface = self.subjects.surface(node)
        object_ = self.subjects.object(node)
        found: list[Argument] = []
        if passive:
            found.extend(Argument("subject", agent.index, "by") for agent in _agents(node))
            if surface and object_ and object_ is not surface:
                found.append(Argument("indirect_object", surface.index))
            elif surface:
                object_ = surface
        elif surface:
            found.append(Argument("subject", surface.index))
        if object_:
            found.append(Argument("object", object_.index))
        receivers = node.all("iobj")
        told = node.first("ccomp", "obj") or (node.lemma in words.verbs("subject_control") and node.first("xcomp"))
        if receivers and not object_ and not told:
            # "Chad asked Oslo for tents", "urged Oslo to leave": nothing else is asked.
            found.append(Argument("object", stands_for(receivers.pop(0)).index))
        found.extend(Argument("indirect_object", stands_for(child).index) for child in receivers)
        found.extend(_obliques(node, passive))
        if object_ and object_.head is node:
            found.extend(_loose_obliques(object_))
            found.extend(_shared(found, _receivers_of_last(node, object_)))
        found.extend(_nominal_complements(node))
        return found

    def noun_arguments(self, node: Node) -> list[Argument]:
        """Possessor, modifiers and prepositional dependants of a noun."""
        found = [Argument("possessor", stands_for(child).index) for child in node.all("nmod:poss")]
        found.extend(Argument("modifier", child.index) for child in node.children if _is_naming_modifier(child))
        found.extend(_noun_obliques(node))
        if node.dep == "conj" and node.head and node.head.pos == "NOUN":
            found.extend(_shared(found, self.noun_arguments(node.head)))
        elif not any(argument.role == "oblique" for argument in found):
            found.extend(self.trailing_obliques(node))
        found.extend(self.borrowed_possessor(node, found))
        return found

    def trailing_obliques(self, node: Node) -> list[Argument]:
        """What the last of several coordinated nouns brings for all: "the seizure and occupation of Y"."""
        later = [member for member in conjuncts(node)[1:] if member.head is node and member.pos == "NOUN"]
        return _noun_obliques(later[-1]) if later else []

    def borrowed_possessor(self, node: Node, found: list[Argument]) -> list[Argument]:
        """Whose act a noun without an agent of its own tells: the subject of its verb.

        "Resumed attacks on Y", "announced the release of Y": such verbs are listed as authors. "Spoke
        after a meeting with Y": who speaks has met.
        """
        owned = any(a.role in ("possessor", "modifier") or a.preposition in ("between", "by") for a in found)
        if node.first("cop", "nsubj") is not None:
            # "Chad is in talks with Kenya", "Nurses on strike".
            subjects = node.all("nsubj")[:1] if not owned and _is_plain_state(node) else []
            return [Argument("possessor", stands_for(subject).index) for subject in subjects]
        if not owned and _is_headline_state(node) and node.head is not None:
            return [Argument("possessor", node.head.index)]
        if owned or node.head is None or not any(a.role == "oblique" for a in found):
            return []
        governor, marker = node.head, preposition(node)
        if governor.lemma in words.verbs("preposition") and governor.dep == "advcl" and governor.head:
            governor, marker = governor.head, governor.word
        light = governor.lemma in words.verbs("light") or governor.lemma in words.verbs("author")
        does = light and (node.dep == "obj" or (node.dep == "obl" and marker == "in"))
        attends = marker in ATTENDED and any(a.preposition == "with" for a in found)
        if attends and _is_away(governor):
            return [Argument("possessor", governor.index)]
        surface = self.subjects.surface(governor) if does or (attends and is_predicate(governor)) else None
        return [Argument("possessor", surface.index)] if surface else []


def _is_plain_state(noun: Node) -> bool:
    """Whether a clause says that somebody is in what the noun names; "not" or "may" leave it open."""
    copula, case = noun.first("cop") or noun.first("nsubj"), noun.first("case")
    main = noun.head is None or noun.dep in ("acl:relcl", "ccomp", "advcl")
    if copula is None or case is None or not main or case.word not in STATES:
        return False
    plain = all(part.lemma == "have" for part in noun.all("aux", "mark"))
    return plain and (case.index == copula.index + 1 or (copula.dep == "nsubj" and _is_bare(noun, case)))


def _is_headline_state(noun: Node) -> bool:
    """ "Miners on strike", "Chad, Kenya in talks": a sentence without a verb says what somebody is in."""
    holder, case = noun.head, noun.first("case")
    if noun.dep != "nmod" or holder is None or holder.head is not None or case is None or case.word not in STATES:
        return False
    return _is_bare(noun, case) and holder.pos in ("NOUN", "PROPN") and holder.first("cop", "nsubj") is None


def _is_away(holder: Node) -> bool:
    """ "Envoy in Lima for talks with Chad": a sentence without a verb says where somebody is."""
    places = [place for place in holder.all("nmod") if preposition(place) == "in"]
    return holder.head is None and holder.pos in ("NOUN", "PROPN") and bool(places) and not holder.first("cop", "nsubj")


def _is_bare(noun: Node, case: Node) -> bool:
    """Whether nothing but what names the act stands between: "in border talks", not "in his talks"."""
    between = [child for child in noun.children if case.index < child.index < noun.index]
    return all(child.dep in ("compound", "amod") for child in between)


def _agents(node: Node) -> list[Node]:
    """By-phrases of a passive; the last word before one may have taken it: "accused of fraud by Chad"."""
    own = [child for child in node.all(*OBLIQUE) if child.dep == "obl:agent" or preposition(child) == "by"]
    return [stands_for(child) for child in own or _by_phrases_below(node)]


def _by_phrases_below(node: Node) -> list[Node]:
    """By-phrases that hang on the node's own phrases behind it."""
    beside = (child for child in node.all(*OBLIQUE, "xcomp") if preposition(child) not in BESIDE_AN_ACT)
    behind = [child for child in beside if child.index > node.index]
    behind += [thing for thing in node.all("obj") if node.lemma in words.verbs("ditransitive")]
    return [by for child in behind for by in _by_phrases_of(child)]


def _by_phrases_of(node: Node) -> Iterator[Node]:
    """By-phrases at any depth: "the deployment of troops to ports by Chad" may hang each on the one before."""
    for child in node.all(*OBLIQUE):
        if preposition(child) == "by" and child.tag != "VBG":
            yield child
        else:
            yield from _by_phrases_of(child)


def _obliques(node: Node, passive: bool) -> Iterator[Argument]:
    """Prepositional phrases of a verb; its by-phrase only when active."""
    for child in node.children:
        if child.dep in OBLIQUE:
            marker = preposition(child)
            if marker and not (passive and marker == "by") and not _is_circumstance(child, node):
                yield Argument("oblique", stands_for(child).index, marker)
        elif child.dep in ("advcl", "acl") and child.tag == "VBG" and child.lemma in words.verbs("preposition"):
            governed = child.first("obj", "obl")
            if governed and not child.first("nsubj", "mark"):
                yield Argument("oblique", governed.index, child.word)


def _is_circumstance(noun: Node, verb: Node) -> bool:
    """ "With troops closing in, Ruiz agreed to talk": what goes on beside is nobody with whom it is agreed."""
    goes_on = any(child.tag == "VBG" and child.index > noun.index for child in noun.all("acl"))
    return noun.index < verb.index and preposition(noun) == "with" and goes_on


def _noun_obliques(node: Node) -> list[Argument]:
    found = []
    for child in node.all("nmod", "obl", "nmod:desc"):
        marker = preposition(child)
        if marker:
            found.append(Argument("oblique", stands_for(child).index, marker))
        if marker == "by":
            # "A raid by soldiers on a market".
            found.extend(a for a in _noun_obliques(child) if a.preposition in BEHIND_DOER)
    carrier = node.head
    if carrier is not None and node.dep == "nmod" and carrier.lemma in listed("carrier"):
        # "A series of raids on Chad by rebels": what the parser hangs on the series.
        beside = [child for child in carrier.all("nmod") if child.index > node.index and preposition(child) == "by"]
        found.extend(Argument("oblique", stands_for(child).index, "by") for child in beside)
    if not any(argument.preposition == "by" for argument in found):
        # "The threats against Chad by Kenya": the last phrase may hang on the one before it.
        found.extend(Argument("oblique", stands_for(by).index, "by") for by in _by_phrases_below(node))
    return found


def _loose_obliques(node: Node) -> list[Argument]:
    """Phrases of an object that may belong to its verb: all but "of", which binds to nouns other than names."""
    return [a for a in _noun_obliques(node) if a.preposition != "of" or node.pos == "PROPN"]


def _receivers_of_last(verb: Node, object_: Node) -> list[Argument]:
    """ "Gave tents and blankets to Chad": the parse may hang who gets them all on the last."""
    last = conjuncts(object_)[-1]
    if last is object_ or verb.lemma not in words.verbs("ditransitive"):
        return []
    return [argument for argument in _noun_obliques(last) if argument.preposition in ("to", "for")]


def _shared(own: list[Argument], others: list[Argument]) -> list[Argument]:
    """What a coordinated noun takes from the first: roles and prepositions that it does not fill itself."""
    filled = {(argument.role, argument.preposition) for argument in own}
    return [argument for argument in others if (argument.role, argument.preposition) not in filled]


def _nominal_complements(node: Node) -> Iterator[Argument]:
    for child in node.all("xcomp"):
        if child.pos in ("NOUN", "PROPN", "ADJ") and not child.first("nsubj"):
            yield Argument("complement", child.index, preposition(child))


def _is_naming_modifier(child: Node) -> bool:
    """A noun or a capitalised adjective before the noun: who or what, never how."""
    if child.dep == "compound":
        return child.pos in ("NOUN", "PROPN") and child.lemma not in words.verbs("unit of time")
    return child.dep == "amod" and child.capital


def _complements(node: Node) -> Iterator[int]:
    for child in node.children:
        if not is_predicate(child):
            continue
        marked = child.tag == "VBG" and child.has_word(GERUND_MARKS, "mark", "case")
        infinitive = child.dep == "acl" and (child.has_word(("to",), "mark") or marked)
        if child.dep in ("xcomp", "ccomp") or infinitive or (child.dep == "advcl" and marked):
            yield from (member.index for member in conjuncts(child) if is_predicate(member))
