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
CONJUNCTION = """
Chad Chad PROPN NNP 2 nsubj
left leave VERB VBD 0 root
after after ADP IN 4 case
officers officer NOUN NNS 2 obl
seized seize VERB VBD 4 acl
power power NOUN NN 5 obj
"""
BARE = """
Ruiz Ruiz PROPN NNP 6 vocative
, , PUNCT , 1 punct
so so ADV RB 4 advmod
far far ADV RB 6 advmod
has have AUX VBZ 6 aux
refused refuse VERB VBN 0 root
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
        (BARE, "refused", "ruiz"),
        (SPEAKER, "said", "spokesman"),
        (AFTER_COMMA, "dropped", "court"),
    ],
)
def test_the_noun_is_the_subject_again(table: str, verb: str, subject: str) -> None:
    assert subjects(table)[verb] == subject


def test_the_swallowed_participle_qualifies_the_subject() -> None:
    labels = {node.word: (node.dep, node.head.word if node.head else None) for node in grow(parsed(SWALLOWED))}
    assert labels["overthrew"] == ("ROOT", None)
    assert labels["led"] == ("acl", "army")


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
        (BUT, "accused", "oslo"),
        (TWO_SUBJECTS, "praised", "ruiz"),
        (AFTER_PARTICIPLE, "arrested", "police"),
    ],
)
def test_punctuation_and_order_tell_the_subject(table: str, verb: str, subject: str) -> None:
    assert subjects(table)[verb] == subject


HEADLINE = """
Curfew curfew NOUN NN 2 nsubj
imposed impose VERB VBD 0 root
in in ADP IN 4 case
Oslo Oslo PROPN NNP 2 obl
"""


def test_in_a_headline_a_curfew_is_imposed() -> None:
    assert edges(HEADLINE)[0] == ("curfew", "nsubj:pass", "imposed")
    assert edges(HEADLINE + ". . PUNCT . 2 punct")[0] == ("curfew", "nsubj", "imposed")


def test_a_noun_behind_a_conjunction_keeps_its_verb() -> None:
    table = CONJUNCTION.replace("seized seize VERB VBD 4 acl", "seized seize VERB VBD 2 conj")
    assert subjects(table)["seized"] == "officers"


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


RESCUED = """
Ten ten NUM CD 2 nsubj
died die VERB VBD 0 root
and and CCONJ CC 4 cc
35 35 NUM CD 2 conj
were be AUX VBD 6 aux:pass
rescued rescue VERB VBN 2 conj
"""


def test_a_number_before_a_passive_is_its_subject() -> None:
    assert edges(RESCUED)[3] == ("35", "nsubj:pass", "rescued")


def test_one_says_what_somebody_did() -> None:
    said = """
    Nuns nun NOUN NNS 2 nsubj
    said say VERB VBD 0 root
    a a DET DT 4 det
    man man NOUN NN 2 obj
    came come VERB VBN 4 acl
    and and CCONJ CC 7 cc
    shot shoot VERB VBD 2 conj
    two two NUM CD 7 obj
    """
    assert {("man", "nsubj", "came"), ("came", "ccomp", "said"), ("shot", "conj", "came")} <= set(edges(said))


GERUND_FIRST = """
Joining join VERB VBG 6 nsubj
allies ally NOUN NNS 1 obj
{mark} , PUNCT , 5 punct
the the DET DT 5 det
court court NOUN NN 1 obj
urged urge VERB VBD 0 root
Chad Chad PROPN NNP 6 obj
"""


def test_the_noun_behind_a_gerunds_comma_is_the_subject() -> None:
    found = edges(GERUND_FIRST.format(mark=","))
    assert (found[0], found[4]) == (("joining", "advcl", "urged"), ("court", "nsubj", "urged"))


def test_without_a_comma_the_gerund_keeps_its_object() -> None:
    assert edges(GERUND_FIRST.format(mark="that"))[4] == ("court", "obj", "joining")
