"""Verbs: freed from the phrases into which the parse puts them."""

from tests.transforms.events.trees import edges, parsed
from transforms.events.clauses.tree import grow


def test_what_stands_before_a_title_has_no_object() -> None:
    welcomed = """
    Chad Chad PROPN NNP 2 nsubj
    welcomed welcome VERB VBD 0 root
    incoming income VERB VBG 2 xcomp
    President President PROPN NNP 5 nmod:desc
    Ruiz Ruiz PROPN NNP 3 obj
    """
    assert {("ruiz", "obj", "welcomed"), ("incoming", "amod", "ruiz")} <= set(edges(welcomed))


def test_a_finite_form_between_subject_and_object_is_a_verb() -> None:
    demand = """
    Chad Chad PROPN NNP 2 nsubj
    repeated repeat VERB VBD 0 root
    its its PRON PRP$ 4 nmod:poss
    demand demand NOUN NN 2 obj
    that that SCONJ IN 7 mark
    Mali Mali PROPN NNP 7 nsubj
    ease ease NOUN VBP 2 ccomp
    curbs curb NOUN NNS 7 obj
    """
    assert [node.pos for node in grow(parsed(demand)) if node.word == "ease"] == ["VERB"]


def test_a_day_stands_beside_a_verb() -> None:
    reduced = """
    Chad Chad PROPN NNP 0 root
    on on ADP IN 6 case
    Tuesday Tuesday PROPN NNP 6 compound
    reduced reduce VERB VBN 6 amod
    food food NOUN NN 6 compound
    supplies supply NOUN NNS 1 nmod
    """
    assert edges(reduced) == [
        ("chad", "nsubj", "reduced"),
        ("on", "case", "tuesday"),
        ("tuesday", "obl", "reduced"),
        ("reduced", "ROOT", None),
        ("food", "compound", "supplies"),
        ("supplies", "obj", "reduced"),
    ]


def test_no_part_of_a_compound_has_a_subject() -> None:
    launching = """
    Forces force NOUN NNS 4 nsubj
    have have AUX VBP 4 aux
    been be AUX VBN 4 aux
    launching launch NOUN VBG 5 compound
    airstrikes airstrike NOUN NNS 0 root
    """
    assert ("forces", "nsubj", "launching") in edges(launching)
    assert ("airstrikes", "obj", "launching") in edges(launching)


def test_a_participle_qualifies_no_day() -> None:
    called = """
    Envoys envoy NOUN NNS 0 root
    here here ADV RB 1 advmod
    on on ADP IN 4 case
    Thursday Thursday PROPN NNP 2 obl
    praised praise VERB VBN 4 acl
    Chad Chad PROPN NNP 5 obj
    """
    found = edges(called)
    assert found[0] == ("envoys", "nsubj", "praised")
    assert found[3:5] == [("thursday", "obl", "praised"), ("praised", "ROOT", None)]


def test_a_letter_to_somebody_demands() -> None:
    sent = """
    Oslo Oslo PROPN NNP 2 nsubj
    sent send VERB VBD 0 root
    a a DET DT 4 det
    letter letter NOUN NN 2 obj
    to to ADP IN 7 mark
    Ruiz Ruiz PROPN NNP 7 nsubj
    demanding demand VERB VBG 2 advcl
    answers answer NOUN NNS 7 obj
    """
    found = edges(sent)
    assert found[4:7] == [("to", "case", "ruiz"), ("ruiz", "obl", "sent"), ("demanding", "acl", "letter")]


def test_what_is_let_happen_is_a_clause() -> None:
    lets = """
    laws law NOUN NNS 2 nsubj
    let let VERB VBP 0 root
    Chad Chad PROPN NNP 4 compound
    attack attack VERB VBP 2 obj
    Mali Mali PROPN NNP 4 obj
    """
    assert ("attack", "ccomp", "let") in edges(lets)


def test_what_follows_a_preposition_is_no_subject() -> None:
    drew = """
    Sanctions sanction NOUN NNS 0 root
    against against ADP IN 4 case
    Chad Chad PROPN NNP 4 nsubj
    drew draw VERB VBD 1 nmod
    protests protest NOUN NNS 4 obj
    """
    assert edges(drew)[:4] == [
        ("sanctions", "nsubj", "drew"),
        ("against", "case", "chad"),
        ("chad", "nmod", "sanctions"),
        ("drew", "ROOT", None),
    ]


def test_before_a_time_a_name_is_a_subject() -> None:
    endorsed = """
    Oslo Oslo PROPN NNP 0 root
    yesterday yesterday NOUN NN 1 nmod:unmarked
    endorsed endorse VERB VBN 4 amod
    Chad Chad PROPN NNP 1 nmod
    """
    found = edges(endorsed)
    assert (found[0], found[2:]) == (
        ("oslo", "nsubj", "endorsed"),
        [("endorsed", "ROOT", None), ("chad", "obj", "endorsed")],
    )


def test_an_attack_is_part_of_the_noun_for_its_victims() -> None:
    tribute = """
    Oslo Oslo PROPN NNP 2 nsubj
    honoured honour VERB VBD 0 root
    families family NOUN NNS 2 obj
    of of SCONJ IN 5 mark
    bombing bomb VERB VBG 3 acl
    victims victim NOUN NNS 5 obj
    """
    assert edges(tribute)[3:] == [
        ("of", "case", "victims"),
        ("bombing", "compound", "victims"),
        ("victims", "nmod", "families"),
    ]


def test_a_ruling_is_a_noun_behind_a_noun() -> None:
    rejected = """
    Oslo Oslo PROPN NNP 2 nsubj
    rejected reject VERB VBD 0 root
    the the DET DT 4 det
    court court NOUN NN 2 obj
    ruling rule VERB VBG 2 xcomp
    """
    assert edges(rejected)[2:] == [
        ("the", "det", "ruling"),
        ("court", "compound", "ruling"),
        ("ruling", "obj", "rejected"),
    ]


def test_a_verb_between_an_apposition_and_a_name() -> None:
    urged = """
    Ruiz Ruiz PROPN NNP 7 compound
    , , PUNCT , 4 punct
    the the DET DT 4 det
    president president NOUN NN 1 appos
    , , PUNCT , 4 punct
    urged urge VERB VBD 7 case
    ASEAN ASEAN PROPN NNP 0 root
    """
    found = edges(urged)
    assert (found[0], found[5:]) == (("ruiz", "nsubj", "urged"), [("urged", "ROOT", None), ("asean", "obj", "urged")])
