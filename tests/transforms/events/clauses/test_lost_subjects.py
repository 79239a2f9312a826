"""Lost subjects: nouns that the parse has hung elsewhere come back to their finite verbs."""

import pytest

from tests.transforms.events.trees import edges, parsed
from transforms.events.clauses.tree import grow

ON_AUXILIARY = """
Ruiz Ruiz PROPN NNP 2 nsubj
will will AUX MD 3 aux
lead lead VERB VB 0 root
talks talk NOUN NNS 3 obj
"""
SWALLOWED = """
the the DET DT 2 det
army army NOUN NN 3 nsubj:pass
led lead VERB VBN 0 root
by by ADP IN 5 case
Ruiz Ruiz PROPN NNP 3 obl:agent
overthrew overthrow VERB VBD 3 xcomp
him he PRON PRP 6 obj
"""
FIGHTING = """
rebels rebel NOUN NNS 2 nsubj
fighting fight VERB VBG 6 csubj
in in ADP IN 4 case
Mali Mali PROPN NNP 2 obl
have have AUX VBP 6 aux
declared declare VERB VBN 0 root
war war NOUN NN 6 obj
"""
RELATIVE = """
the the DET DT 2 det
blast blast NOUN NN 0 root
that that PRON WDT 4 nsubj
hit hit VERB VBD 2 acl:relcl
Oslo Oslo PROPN NNP 4 obj
killed kill VERB VBD 4 xcomp
two two NUM CD 6 obj
"""
CONJUNCTION = """
Chad Chad PROPN NNP 2 nsubj
left leave VERB VBD 0 root
after after ADP IN 4 case
officers officer NOUN NNS 2 obl
seized seize VERB VBD 4 acl
power power NOUN NN 5 obj
"""
FURTHER_CONJUNCTION = """
Chad Chad PROPN NNP 2 nsubj
left leave VERB VBD 0 root
after after ADP IN 4 case
guards guard NOUN NNS 2 obl
working work VERB VBG 4 acl
there there ADV RB 5 advmod
begged beg VERB VBD 2 advcl
Kenya Kenya PROPN NNP 7 obj
"""
SAID = """
Oslo Oslo PROPN NNP 2 nsubj
said say VERB VBD 0 root
a a DET DT 4 det
step step NOUN NN 2 obj
won win VERB VBD 4 acl
support support NOUN NN 5 obj
"""
BARE = """
Ruiz Ruiz PROPN NNP 6 vocative
, , PUNCT , 1 punct
so so ADV RB 4 advmod
far far ADV RB 6 advmod
has have AUX VBZ 6 aux
refused refuse VERB VBN 0 root
"""
ADJECTIVE = """
The the DET DT 3 det
military military ADJ JJ 3 amod
trains train VERB VBZ 0 root
pilots pilot NOUN NNS 3 obj
"""
SPEAKER = """
Chad Chad PROPN NNP 2 nsubj
left leave VERB VBD 4 ccomp
, , PUNCT , 4 punct
said say VERB VBD 0 root
a a DET DT 6 det
spokesman spokesman NOUN NN 4 obj
"""
AFTER_COMMA = """
Under under ADP IN 2 case
pressure pressure NOUN NN 10 obl
from from ADP IN 4 case
Oslo Oslo PROPN NNP 2 nmod
, , PUNCT , 7 punct
the the DET DT 7 det
court court NOUN NN 4 appos
on on ADP IN 9 case
Friday Friday PROPN NNP 7 nmod
dropped drop VERB VBD 0 root
it it PRON PRP 10 obj
"""
OPENING_PHRASE = """
In in ADP IN 2 case
letters letter NOUN NNS 0 root
to to ADP IN 4 case
Oslo Oslo PROPN NNP 2 nmod
, , PUNCT , 7 punct
the the DET DT 7 det
court court NOUN NN 4 appos
accused accuse VERB VBD 7 acl
Chad Chad PROPN NNP 8 obj
"""

PLACE = """
In in ADP IN 3 case
Oslo Oslo PROPN NNP 3 compound
Chad Chad PROPN NNP 4 obl
signed sign VERB VBD 0 root
it it PRON PRP 4 obj
"""
INSERTED = """
Ruiz Ruiz PROPN NNP 4 nsubj
, , PUNCT , 3 punct
Oslo Oslo PROPN NNP 1 appos
said say VERB VBD 0 root
, , PUNCT , 4 punct
attacked attack VERB VBD 4 ccomp
Chad Chad PROPN NNP 6 obj
"""

NAME_AS_CONTENT = """
Ruiz Ruiz PROPN NNP 4 ccomp
, , PUNCT , 1 punct
Oslo Oslo PROPN NNP 4 nsubj
said say VERB VBD 0 root
, , PUNCT , 4 punct
attacked attack VERB VBD 4 ccomp
Chad Chad PROPN NNP 6 obj
"""


def subjects(table: str) -> dict[str, str]:
    """Verbs with the subject that stands below them."""
    nodes = grow(parsed(table))
    return {node.head.word: node.word for node in nodes if node.dep in ("nsubj", "nsubj:pass") and node.head}


@pytest.mark.parametrize(
    ("table", "verb", "subject"),
    [
        (ON_AUXILIARY, "lead", "ruiz"),
        (SWALLOWED, "overthrew", "army"),
        (FIGHTING, "declared", "rebels"),
        (RELATIVE, "killed", "blast"),
        (CONJUNCTION, "seized", "officers"),
        (FURTHER_CONJUNCTION, "begged", "guards"),
        (SAID, "won", "step"),
        (BARE, "refused", "ruiz"),
        (ADJECTIVE, "trains", "military"),
        (SPEAKER, "said", "spokesman"),
        (AFTER_COMMA, "dropped", "court"),
        (OPENING_PHRASE, "accused", "court"),
        (PLACE, "signed", "chad"),
        (INSERTED, "attacked", "ruiz"),
        (INSERTED, "said", "oslo"),
        (NAME_AS_CONTENT, "attacked", "ruiz"),
    ],
)
def test_the_noun_is_the_subject_again(table: str, verb: str, subject: str) -> None:
    assert subjects(table)[verb] == subject


def test_the_swallowed_participle_qualifies_the_subject() -> None:
    labels = {node.word: (node.dep, node.head.word if node.head else None) for node in grow(parsed(SWALLOWED))}
    assert labels["overthrew"] == ("ROOT", None)
    assert labels["led"] == ("acl", "army")


def test_what_seemed_a_preposition_opens_the_clause() -> None:
    labels = {node.word: (node.dep, node.head.word if node.head else None) for node in grow(parsed(CONJUNCTION))}
    assert labels["after"] == ("mark", "seized")
    assert labels["seized"] == ("advcl", "left")


@pytest.mark.parametrize(
    "table",
    [
        # A participle without an object stays with its noun.
        """
        Chad Chad PROPN NNP 2 nsubj
        freed free VERB VBD 0 root
        men man NOUN NNS 2 obj
        jailed jail VERB VBD 3 acl
        for for ADP IN 6 case
        theft theft NOUN NN 4 obl
        """,
        # A day is no subject.
        """
        Monday Monday PROPN NNP 2 obl
        saw see VERB VBD 0 root
        talks talk NOUN NNS 2 obj
        """,
        # Nor is a phrase with a preposition.
        """
        in in ADP IN 2 case
        Oslo Oslo PROPN NNP 3 obl
        ended end VERB VBD 0 root
        talks talk NOUN NNS 3 obj
        """,
    ],
)
def test_what_can_be_no_subject_is_left(table: str) -> None:
    before = [(token.dep_, token.head.text) for token in parsed(table)]
    after = [(node.dep, node.head.word if node.head else node.word) for node in grow(parsed(table))]
    assert [(dep, head.lower()) for dep, head in before] == after


def test_who_is_willing_is_somebody() -> None:
    said = """
    Chad Chad PROPN NNP 2 nsubj
    says say VERB VBZ 0 root
    it it PRON PRP 5 expl
    is be AUX VBZ 5 cop
    ready ready ADJ JJ 2 ccomp
    to to PART TO 7 mark
    leave leave VERB VB 5 xcomp
    """
    assert ("it", "nsubj", "ready") in edges(said)
    assert ("it", "expl", "hard") in edges(said.replace("ready ready", "hard hard"))


BEFORE_COMMA = """
After after ADP IN 2 case
talks talk NOUN NNS 5 nsubj
, , PUNCT , 2 punct
Ruiz Ruiz PROPN NNP 2 appos
sued sue VERB VBD 0 root
Chad Chad PROPN NNP 5 obj
"""
COLON = """
Oslo Oslo PROPN NNP 5 nsubj
: : PUNCT : 1 punct
Minister Minister PROPN NNP 4 nmod:desc
Ruiz Ruiz PROPN NNP 1 appos
sued sue VERB VBD 0 root
Chad Chad PROPN NNP 5 obj
"""
BRACKETS = """
United United PROPN NNP 2 compound
Front Front PROPN NNP 0 root
( ( PUNCT -LRB- 4 punct
UF UF PROPN NNP 6 nsubj
) ) PUNCT -RRB- 4 punct
seized seize VERB VBD 2 acl:relcl
Oslo Oslo PROPN NNP 6 obj
"""
LOOSE_NAME = """
Having have AUX VBG 2 aux
met meet VERB VBN 0 root
Chad Chad PROPN NNP 2 obj
, , PUNCT , 2 punct
President President PROPN NNP 6 nmod:desc
Ruiz Ruiz PROPN NNP 2 parataxis
sued sue VERB VBD 2 conj
it it PRON PRP 7 obj
"""
BUT = """
There there PRON EX 2 expl
was be VERB VBD 0 root
no no DET DT 4 det
word word NOUN NN 2 nsubj
from from ADP IN 6 case
Ruiz Ruiz PROPN NNP 4 nmod
but but CCONJ CC 8 cc
Oslo Oslo PROPN NNP 6 conj
accused accuse VERB VBD 4 acl
Chad Chad PROPN NNP 9 obj
"""
TWO_SUBJECTS = """
Ruiz Ruiz PROPN NNP 6 nsubj
, , PUNCT , 1 punct
Chad Chad PROPN NNP 4 compound
envoy envoy NOUN NN 6 nsubj
, , PUNCT , 4 punct
praised praise VERB VBD 0 root
Mali Mali PROPN NNP 6 obj
"""
CLEFT = """
It it PRON PRP 3 nsubj
was be AUX VBD 3 cop
Ruiz Ruiz PROPN NNP 5 ccomp
that that PRON DT 5 nsubj
sued sue VERB VBD 0 root
Chad Chad PROPN NNP 5 obj
"""
AFTER_PARTICIPLE = """
Prices price NOUN NNS 2 nsubj
rose rise VERB VBD 0 root
after after ADP IN 4 case
police police NOUN NNS 2 obl
arrested arrest VERB VBN 2 advcl
Ruiz Ruiz PROPN NNP 5 obj
"""


@pytest.mark.parametrize(
    ("table", "verb", "subject"),
    [
        (BEFORE_COMMA, "sued", "ruiz"),
        (COLON, "sued", "ruiz"),
        (BRACKETS, "seized", "front"),
        (LOOSE_NAME, "sued", "ruiz"),
        (BUT, "accused", "oslo"),
        (TWO_SUBJECTS, "praised", "ruiz"),
        (AFTER_PARTICIPLE, "arrested", "police"),
    ],
)
def test_punctuation_and_order_tell_the_subject(table: str, verb: str, subject: str) -> None:
    assert subjects(table)[verb] == subject


def test_a_noun_before_that_is_what_it_is() -> None:
    found = edges(CLEFT)
    assert found[0] == ("it", "nsubj", "ruiz")
    assert found[2:5] == [("ruiz", "ROOT", None), ("that", "nsubj", "sued"), ("sued", "acl:relcl", "ruiz")]


def test_who_is_first_does_it() -> None:
    first = """
    Ruiz Ruiz PROPN NNP 4 nsubj
    was be AUX VBD 4 cop
    the the DET DT 4 det
    first first ADJ JJ 0 root
    to to PART TO 6 mark
    leave leave VERB VB 4 csubj
    """
    assert ("leave", "acl", "first") in edges(first)


HEADLINE = """
Curfew curfew NOUN NN 2 nsubj
imposed impose VERB VBD 0 root
in in ADP IN 4 case
Oslo Oslo PROPN NNP 2 obl
"""
THREATENED = """
Ruiz Ruiz PROPN NNP 2 nsubj:pass
threatened threaten VERB VBN 0 root
to to PART TO 4 mark
leave leave VERB VB 2 xcomp
. . PUNCT . 2 punct
"""


def test_in_a_headline_a_curfew_is_imposed() -> None:
    assert edges(HEADLINE)[0] == ("curfew", "nsubj:pass", "imposed")
    assert edges(HEADLINE + ". . PUNCT . 2 punct")[0] == ("curfew", "nsubj", "imposed")


def test_in_a_sentence_a_bare_past_with_a_clause_is_active() -> None:
    assert edges(THREATENED)[0] == ("ruiz", "nsubj", "threatened")
    assert edges(THREATENED.replace("threatened threaten", "urged urge"))[0] == ("ruiz", "nsubj:pass", "urged")


def test_a_sentence_is_no_subject() -> None:
    witness = """
    Ruiz Ruiz PROPN NNP 4 nsubj
    was be AUX VBD 4 cop
    a a DET DT 4 det
    witness witness NOUN NN 5 nsubj
    accusing accuse VERB VBG 0 root
    Chad Chad PROPN NNP 5 obj
    """
    assert edges(witness)[3:5] == [("witness", "ROOT", None), ("accusing", "acl", "witness")]


def test_a_noun_behind_a_conjunction_keeps_its_verb() -> None:
    table = CONJUNCTION.replace("seized seize VERB VBD 4 acl", "seized seize VERB VBD 2 conj")
    assert subjects(table)["seized"] == "officers"


def test_the_noun_before_its_examples_is_the_subject() -> None:
    table = """
    Chadians Chadian PROPN NNPS 0 root
    , , PUNCT , 1 punct
    including include VERB VBG 4 case
    women woman NOUN NNS 7 nsubj:pass
    , , PUNCT , 4 punct
    were be AUX VBD 7 aux:pass
    expelled expel VERB VBN 1 acl:relcl
    """
    assert subjects(table) == {"expelled": "chadians"}


def test_the_nearer_of_two_subjects_is_what_the_infinitive_acts_on() -> None:
    table = """
    The the DET DT 2 det
    offer offer NOUN NN 8 nsubj:pass
    to to PART TO 4 mark
    host host VERB VB 2 acl
    the the DET DT 6 det
    talks talk NOUN NNS 8 nsubj:pass
    was be AUX VBD 8 aux:pass
    rejected reject VERB VBN 0 root
    """
    assert subjects(table) == {"rejected": "offer"}
    assert ("talks", "obj", "host") in edges(table)


def test_who_did_what_follows_is_its_subject() -> None:
    table = """
    What what PRON WP 7 nsubj:outer
    Chad Chad PROPN NNP 3 nsubj
    did do VERB VBD 1 acl:relcl
    on on ADP IN 5 case
    Monday Monday PROPN NNP 3 obl
    was be AUX VBD 7 cop
    expel expel VERB VB 0 root
    envoys envoy NOUN NNS 7 obj
    """
    assert subjects(table) == {"expel": "chad"}
    assert ("monday", "obl", "expel") in edges(table)
    unsure = table.replace("on on ADP IN 5 case", "never never ADV RB 3 advmod")
    assert subjects(unsure) == {"did": "chad"}
