"""Clauses: constructions undone, on trees written by hand."""

from tests.transforms.events.trees import parsed
from transforms.events.clauses.clauses import Clause, clauses

REDUCED = """
Rebels rebel NOUN NNS 5 nsubj
sent send VERB VBN 1 acl
by by ADP IN 4 case
Chad Chad PROPN NNP 2 obl:agent
attacked attack VERB VBD 0 root
the the DET DT 7 det
garrison garrison NOUN NN 5 obj
"""
RELATIVE = """
The the DET DT 2 det
minister minister NOUN NN 9 nsubj:pass
who who PRON WP 4 nsubj
met meet VERB VBD 2 acl:relcl
envoys envoy NOUN NNS 4 obj
in in ADP IN 7 case
Oslo Oslo PROPN NNP 4 obl
was be AUX VBD 9 aux:pass
accused accuse VERB VBN 0 root
of of SCONJ IN 11 mark
deceiving deceive VERB VBG 9 advcl
Kenya Kenya PROPN NNP 11 obj
"""
RAISED = """
Chad Chad PROPN NNP 3 nsubj:pass
is be AUX VBZ 3 aux:pass
expected expect VERB VBN 0 root
to to PART TO 5 mark
visit visit VERB VB 3 xcomp
Kenya Kenya PROPN NNP 5 obj
"""
OBJECT_CONTROL = """
Peru Peru PROPN NNP 2 nsubj
urged urge VERB VBD 0 root
Chile Chile PROPN NNP 2 obj
to to PART TO 5 mark
withdraw withdraw VERB VB 2 advcl
troops troops NOUN NNS 5 obj
"""
OBLIQUE_CONTROL = """
Chile Chile PROPN NNP 2 nsubj
called call VERB VBD 0 root
on on ADP IN 4 case
Peru Peru PROPN NNP 2 obl
to to PART TO 6 mark
release release VERB VB 2 advcl
hostages hostage NOUN NNS 6 obj
"""
COORDINATED = """
Police police NOUN NNS 2 nsubj
arrested arrest VERB VBD 0 root
and and CCONJ CC 4 cc
deported deport VERB VBD 2 conj
smugglers smuggler NOUN NNS 4 obj
"""
NOMINAL = """
Peru Peru PROPN NNP 3 nmod:poss
's 's PART POS 1 case
invasion invasion NOUN NN 7 nsubj:pass
of of ADP IN 5 case
Chile Chile PROPN NNP 3 nmod
was be AUX VBD 7 aux:pass
condemned condemn VERB VBN 0 root
by by ADP IN 9 case
Brazil Brazil PROPN NNP 7 obl:agent
"""
ADJUNCT = """
The the DET DT 2 det
envoy envoy NOUN NN 3 nsubj
spoke speak VERB VBD 0 root
after after ADP IN 6 case
a a DET DT 6 det
meeting meeting NOUN NN 3 obl
with with ADP IN 8 case
rebels rebel NOUN NNS 6 nmod
"""
OBJECT_RELATIVE = """
The the DET DT 2 det
treaty treaty NOUN NN 5 nsubj
Norway Norway PROPN NNP 4 nsubj
signed sign VERB VBD 2 acl:relcl
angered anger VERB VBD 0 root
Sweden Sweden PROPN NNP 5 obj
"""
INSERTED = """
Talks talk NOUN NNS 4 nsubj
between between ADP IN 3 case
Kenya Kenya PROPN NNP 1 nmod
collapsed collapse VERB VBD 0 root
, , PUNCT , 7 punct
Oslo Oslo PROPN NNP 7 nsubj
said say VERB VBD 4 parataxis
"""
ACCORDING = """
According accord VERB VBG 3 case
to to ADP IN 1 fixed
Kenya Kenya PROPN NNP 6 obl
, , PUNCT , 3 punct
Chad Chad PROPN NNP 6 nsubj
imposed impose VERB VBD 0 root
sanctions sanction NOUN NNS 6 obj
on on ADP IN 9 case
Peru Peru PROPN NNP 7 nmod
"""
CUT_OFF = """
Chad Chad PROPN NNP 0 root
, , PUNCT , 4 punct
which which PRON WDT 4 nsubj
claims claim VERB VBZ 1 acl:relcl
Faya Faya PROPN NNP 4 obj
, , PUNCT , 4 punct
sent send VERB VBD 4 advcl
troops troops NOUN NNS 7 obj
"""
WILLING = """
Peru Peru PROPN NNP 3 nsubj
is be AUX VBZ 3 cop
willing willing ADJ JJ 0 root
to to PART TO 5 mark
talk talk VERB VB 3 xcomp
"""


def read(table: str) -> dict[str, Clause]:
    return {clause.lemma: clause for clause in clauses(parsed(table))}


def filled(table: str, lemma: str) -> dict[str, str]:
    """Role, or preposition of an oblique, to the head's word, for one clause of the sentence."""
    sentence = parsed(table)
    clause = next(clause for clause in clauses(sentence) if clause.lemma == lemma)
    return {
        argument.preposition or argument.role if argument.role == "oblique" else argument.role: sentence[
            argument.head
        ].text
        for argument in clause.arguments
    }


def test_a_reduced_relative_is_a_passive_with_its_agent() -> None:
    assert filled(REDUCED, "send") == {"subject": "Chad", "object": "Rebels"}
    assert filled(REDUCED, "attack") == {"subject": "Rebels", "object": "garrison"}
    assert read(REDUCED)["send"].construction == "reduced"


def test_a_relative_pronoun_is_replaced_by_its_noun() -> None:
    assert filled(RELATIVE, "meet") == {"subject": "minister", "object": "envoys", "in": "Oslo"}


def test_an_object_relative_without_pronoun_has_its_noun_as_object() -> None:
    assert filled(OBJECT_RELATIVE, "sign") == {"subject": "Norway", "object": "treaty"}


def test_a_gerund_behind_a_passive_has_the_passives_patient_as_subject() -> None:
    assert read(RELATIVE)["accuse"].passive
    assert filled(RELATIVE, "deceive") == {"subject": "minister", "object": "Kenya"}
    assert [parsed(RELATIVE)[i].text for i in read(RELATIVE)["accuse"].complements] == ["deceiving"]


def test_raising_and_control_give_the_complement_its_subject() -> None:
    assert filled(RAISED, "visit") == {"subject": "Chad", "object": "Kenya"}
    assert filled(OBJECT_CONTROL, "withdraw") == {"subject": "Chile", "object": "troops"}
    assert filled(OBLIQUE_CONTROL, "release") == {"subject": "Peru", "object": "hostages"}


def test_coordinated_verbs_share_subject_and_object() -> None:
    assert filled(COORDINATED, "arrest") == {"subject": "Police", "object": "smugglers"}
    assert filled(COORDINATED, "deport") == {"subject": "Police", "object": "smugglers"}


def test_an_event_noun_keeps_its_possessor_and_its_prepositions() -> None:
    assert filled(NOMINAL, "invasion") == {"possessor": "Peru", "of": "Chile"}
    assert filled(NOMINAL, "condemn") == {"subject": "Brazil", "object": "invasion"}


def test_who_attends_a_meeting_is_the_subject_of_its_verb() -> None:
    assert filled(ADJUNCT, "meeting") == {"with": "rebels", "possessor": "envoy"}
    assert read(ADJUNCT)["meeting"].construction == "adjunct"


def test_a_verb_also_holds_the_obliques_of_its_object() -> None:
    assert filled(ACCORDING, "impose") == {
        "according to": "Kenya",
        "subject": "Chad",
        "object": "sanctions",
        "on": "Peru",
    }


def test_speakers_are_kept_for_inserted_speech_and_according_to() -> None:
    assert parsed(INSERTED)[read(INSERTED)["collapse"].speaker or 0].text == "Oslo"
    assert parsed(ACCORDING)[read(ACCORDING)["impose"].speaker or 0].text == "Kenya"
    assert read(INSERTED)["say"].speaker is None


def test_a_main_clause_cut_off_by_the_parser_finds_its_subject() -> None:
    assert filled(CUT_OFF, "send") == {"subject": "Chad", "object": "troops"}


def test_a_predicate_adjective_is_a_clause_with_its_complement() -> None:
    clause = read(WILLING)["willing"]
    assert (clause.pos, clause.construction) == ("adjective", "adjectival")
    assert filled(WILLING, "talk") == {"subject": "Peru"}


ASKED = """
Nepal Nepal PROPN NNP 2 nsubj
asked ask VERB VBD 0 root
Oslo Oslo PROPN NNP 2 iobj
for for ADP IN 5 case
tents tent NOUN NNS 2 obl
"""


def test_who_alone_is_asked_is_the_object() -> None:
    assert filled(ASKED, "ask") == {"subject": "Nepal", "object": "Oslo", "for": "tents"}


IN_TALKS = """
Chad Chad PROPN NNP 4 nsubj
is be AUX VBZ 4 cop
in in ADP IN 4 case
talks talk NOUN NNS 0 root
with with ADP IN 6 case
Kenya Kenya PROPN NNP 4 nmod
"""
DENIED_TALKS = """
Chad Chad PROPN NNP 2 nsubj
denied deny VERB VBD 0 root
that that SCONJ IN 7 mark
it it PRON PRP 7 nsubj
is be AUX VBZ 7 cop
in in ADP IN 7 case
talks talk NOUN NNS 2 ccomp
with with ADP IN 9 case
Kenya Kenya PROPN NNP 7 nmod
"""
DEPLOYMENT = """
deployment deployment NOUN NN 0 root
of of ADP IN 3 case
troops troop NOUN NNS 1 nmod
to to ADP IN 5 case
ports port NOUN NNS 3 nmod
by by ADP IN 7 case
Chad Chad PROPN NNP 5 nmod
"""


def test_who_is_in_talks_talks_but_only_where_it_is_told_as_a_fact() -> None:
    assert filled(IN_TALKS, "talk") == {"possessor": "Chad", "with": "Kenya"}
    assert filled(DENIED_TALKS, "talk") == {"with": "Kenya"}


def test_a_by_phrase_is_found_at_any_depth() -> None:
    assert filled(DEPLOYMENT, "deployment") == {"of": "troops", "by": "Chad"}


def test_who_stands_behind_a_series_did_what_it_is_a_series_of() -> None:
    table = """
    Kenya Kenya PROPN NNP 2 nsubj
    saw see VERB VBD 0 root
    {head} 2 obj
    of of ADP IN 5 case
    raids raid NOUN NNS 3 nmod
    by by ADP IN 7 case
    rebels rebel NOUN NNS 3 nmod
    """
    series = clauses(parsed(table.format(head="series series NOUN NN")))
    films = clauses(parsed(table.format(head="films film NOUN NNS")))
    assert [(a.preposition, a.head) for c in series if c.lemma == "raid" for a in c.arguments] == [("by", 6)]
    assert not any(clause.lemma == "raid" for clause in films)
