"""Whose act a verb tells where the parse hangs it on the wrong one; trees written by hand."""

from tests.transforms.events.trees import edges, parsed
from transforms.events.clauses.binding import rivals
from transforms.events.clauses.clauses import Clause, clauses

# "Farmers agree that Chad has lost and support Kenya."
NUMBER = """
Farmers farmer NOUN NNS 2 nsubj
agree agree VERB VBP 0 root
that that SCONJ IN 6 mark
Chad Chad PROPN NNP 6 nsubj
has have AUX VBZ 6 aux
lost lose VERB VBN 2 ccomp
and and CCONJ CC 8 cc
support support VERB VBP 6 conj
Kenya Kenya PROPN NNP 8 obj
"""
# "Peru told envoys that Chad had fled, and accused Kenya."
TENSE = """
Peru Peru PROPN NNP 2 nsubj
told tell VERB VBD 0 root
envoys envoy NOUN NNS 2 obj
that that SCONJ IN 7 mark
Chad Chad PROPN NNP 7 nsubj
had have AUX VBD 7 aux
fled flee VERB VBN 2 ccomp
, , PUNCT , 10 punct
and and CCONJ CC 10 cc
accused accuse VERB VBD 7 conj
Kenya Kenya PROPN NNP 10 obj
"""
# "Chad has called on Kenya", its subject labelled as a passive's.
PERFECT = """
Chad Chad PROPN NNP 3 nsubj:pass
has have AUX VBZ 3 aux
called call VERB VBN 0 root
on on ADP IN 5 case
Kenya Kenya PROPN NNP 3 obl
"""
# "Police surrounded students and threatened to kill them."
OTHERS = """
Police police NOUN NNS 2 nsubj
surrounded surround VERB VBD 0 root
students student NOUN NNS 2 obj
and and CCONJ CC 5 cc
threatened threaten VERB VBD 2 conj
to to PART TO 7 mark
kill kill VERB VB 5 xcomp
them they PRON PRP 7 obj
"""

# Peru waited when Chad came and attacked Kenya
NEARER = """
Peru Peru PROPN NNP 2 nsubj
waited wait VERB VBD 0 root
when when SCONJ WRB 5 advmod
Chad Chad PROPN NNP 5 nsubj
came come VERB VBD 2 advcl
and and CCONJ CC 7 cc
attacked attack VERB VBD 2 conj
Kenya Kenya PROPN NNP 7 obj
"""


def clause_of(table: str, lemma: str) -> Clause:
    return next(clause for clause in clauses(parsed(table)) if clause.lemma == lemma)


def subject(table: str, lemma: str) -> str:
    heads = [argument.head for argument in clause_of(table, lemma).arguments if argument.role == "subject"]
    return parsed(table)[heads[0]].text


def test_a_singular_and_a_plural_verb_share_no_subject() -> None:
    assert subject(NUMBER, "support") == "Farmers"
    assert subject(NUMBER, "lose") == "Chad"


def test_a_past_set_off_from_a_past_perfect_goes_on_with_the_outer_verb() -> None:
    assert subject(TENSE, "accuse") == "Peru"


def test_a_perfect_without_been_is_active() -> None:
    assert not clause_of(PERFECT, "call").passive
    assert subject(PERFECT, "call") == "Chad"


def test_who_acts_is_no_rival_for_the_object_pronoun() -> None:
    pronoun = parsed(OTHERS)[7]
    assert [noun.text for noun in rivals(pronoun, ("NNS",))] == ["students"]


def test_without_a_comma_the_nearer_clause_goes_on() -> None:
    assert subject(NEARER, "attack") == "Chad"


# "Oslo issued a report accusing Chad", "Oslo, in a report that praised Chad": its author accuses and praises.
ISSUED = """
Oslo Oslo PROPN NNP 2 nsubj
issued issue VERB VBD 0 root
a a DET DT 4 det
report report NOUN NN 2 obj
accusing accuse VERB VBG 4 acl
Chad Chad PROPN NNP 5 obj
"""
INSIDE = """
Oslo Oslo PROPN NNP 2 nsubj
replied reply VERB VBD 0 root
in in ADP IN 4 case
letters letter NOUN NNS 2 obl
that that PRON WDT 6 nsubj
praised praise VERB VBD 4 acl:relcl
Chad Chad PROPN NNP 6 obj
"""
REJECTED = """
Oslo Oslo PROPN NNP 2 nsubj
rejected reject VERB VBD 0 root
a a DET DT 4 det
report report NOUN NN 2 obj
accusing accuse VERB VBG 4 acl
Chad Chad PROPN NNP 5 obj
"""
# "Firms that Oslo says send arms."
SAYS = """
Firms firm NOUN NNS 0 root
that that PRON WDT 5 obj
Oslo Oslo PROPN NNP 4 nsubj
says say VERB VBZ 1 acl:relcl
send send VERB VBP 4 ccomp
arms arm NOUN NNS 5 obj
"""


def test_who_writes_a_text_says_what_it_says() -> None:
    assert subject(ISSUED, "accuse") == "Oslo"
    assert subject(INSIDE, "praise") == "Oslo"


def test_who_rejects_a_text_does_not() -> None:
    assert subject(REJECTED, "accuse") == "report"


def test_what_somebody_says_of_a_noun_has_it_as_its_subject() -> None:
    assert subject(SAYS, "send") == "Firms"


# "Farmers agree that Chad has lost and support Kenya.", the second verb tagged as a plain form.
PLAIN = NUMBER.replace("support support VERB VBP 6 conj", "support support VERB VB 6 conj")
# "Lund says women were chased, hit by rebels."
BARE = """
Lund Lund PROPN NNP 2 nsubj
says say VERB VBZ 0 root
women woman NOUN NNS 5 nsubj:pass
were be AUX VBD 5 aux:pass
chased chase VERB VBN 2 ccomp
, , PUNCT , 7 punct
hit hit VERB VBN 2 conj
by by ADP IN 9 case
rebels rebel NOUN NNS 7 obl:agent
"""
# "It was a colony, having been annexed by Norway."
HAVING = """
It it PRON PRP 4 nsubj
was be AUX VBD 4 cop
a a DET DT 4 det
colony colony NOUN NN 0 root
, , PUNCT , 8 punct
having have AUX VBG 8 aux
been be AUX VBN 8 aux:pass
annexed annex VERB VBN 4 acl
by by ADP IN 10 case
Norway Norway PROPN NNP 8 obl:agent
"""
# "Chad became the first country to attack Peru."
FIRST = """
Chad Chad PROPN NNP 2 nsubj
became become VERB VBD 0 root
the the DET DT 5 det
first first ADJ JJ 5 amod
country country NOUN NN 2 xcomp
to to PART TO 7 mark
attack attack VERB VB 5 acl
Peru Peru PROPN NNP 7 obj
"""
# "Lund spoke before deputies defending Chad."
AUDIENCE = """
Lund Lund PROPN NNP 2 nsubj
spoke speak VERB VBD 0 root
before before ADP IN 4 case
deputies deputy NOUN NNS 2 obl
defending defend VERB VBG 4 acl
Chad Chad PROPN NNP 5 obj
"""
# "Lund told visiting envoys."
GUESTS = """
Lund Lund PROPN NNP 2 nsubj
told tell VERB VBD 0 root
visiting visit VERB VBG 2 xcomp
envoys envoy NOUN NNS 3 obj
"""


def heads(table: str, lemma: str, role: str) -> list[str]:
    doc = parsed(table)
    found = next((clause for clause in clauses(doc) if clause.lemma == lemma), None)
    return [doc[one.head].text for one in found.arguments if one.role == role] if found else []


def test_a_plain_form_without_auxiliary_goes_on_with_a_plural() -> None:
    assert heads(PLAIN, "support", "subject") == ["Farmers"]


def test_a_bare_participle_goes_on_with_a_passive() -> None:
    assert heads(BARE, "hit", "object") == ["women"]


def test_having_been_is_said_of_the_subject() -> None:
    assert heads(HAVING, "annex", "object") == ["It"]


def test_the_first_to_do_something_is_who_became_it() -> None:
    assert heads(FIRST, "attack", "subject") == ["Chad"]


def test_nobody_is_guessed_behind_an_audience_or_before_guests() -> None:
    assert heads(AUDIENCE, "defend", "subject") == []
    assert heads(GUESTS, "visit", "subject") == []


def test_who_does_the_second_thing_did_the_first() -> None:
    table = """
    Rebels rebel NOUN NNS 2 nsubj:pass
    stormed storm VERB VBD 0 root
    and and CCONJ CC 4 cc
    burned burn VERB VBD 2 conj
    a a DET DT 6 det
    post post NOUN NN 4 obj
    """
    assert ("rebels", "nsubj", "stormed") in edges(table)
    held = table.replace("stormed storm VERB VBD", "held hold VERB VBN")
    assert ("rebels", "nsubj:pass", "held") in edges(held)


def test_without_an_auxiliary_who_stands_before_a_verb_with_an_object_does_it() -> None:
    shot = """
    Gunmen gunman NOUN NNS 2 nsubj:pass
    shot shoot VERB VBN 0 root
    two two NUM CD 4 nummod
    farmers farmer NOUN NNS 2 obj
    """
    assert ("gunmen", "nsubj", "shot") in edges(shot)


def test_of_two_nouns_before_a_verb_the_second_belongs_to_the_gerund() -> None:
    accord = """
    Accords accord NOUN NNS 5 nsubj:pass
    ending end VERB VBG 1 acl
    disputes dispute NOUN NNS 5 nsubj:pass
    were be AUX VBD 5 aux:pass
    signed sign VERB VBN 0 root
    """
    assert {("disputes", "obj", "ending"), ("accords", "nsubj:pass", "signed")} <= set(edges(accord))


def test_what_one_does_by_oneself_is_done_to_nobody() -> None:
    protested = """
    Nurses nurse NOUN NNS 2 nsubj:pass
    protested protest VERB VBN 0 root
    against against ADP IN 5 case
    the the DET DT 5 det
    ban ban NOUN NN 2 obl
    """
    assert edges(protested)[0] == ("nurses", "nsubj", "protested")
    assert edges(protested.replace("protested protest", "banned ban"))[0] == ("nurses", "nsubj:pass", "banned")


def test_a_decision_is_of_the_name_in_front_of_it() -> None:
    decision = """
    Oslo Oslo PROPN NNP 2 nsubj
    welcomed welcome VERB VBD 0 root
    the the DET DT 5 det
    Saudi Saudi ADJ JJ 5 amod
    {noun} NOUN NN 2 obj
    to to PART TO 7 mark
    leave leave VERB VB 5 acl
    Chad Chad PROPN NNP 7 obj
    """
    doers = {}
    for noun in ("decision decision", "permission permission"):
        span = parsed(decision.format(noun=noun))
        leave = next(clause for clause in clauses(span) if clause.lemma == "leave")
        doers[noun.split()[0]] = [span.doc[one.head].text for one in leave.arguments if one.role == "subject"]
    assert doers == {"decision": ["Saudi"], "permission": ["Oslo"]}


def test_a_participle_in_front_of_a_subject_is_no_subject() -> None:
    gone = """
    Jailed jail VERB VBN 4 nsubj
    editors editor NOUN NNS 1 obj
    have have AUX VBP 4 aux
    gone go VERB VBN 0 root
    """
    assert {("editors", "nsubj", "gone"), ("jailed", "amod", "editors")} <= set(edges(gone))


def test_what_is_set_on_fire_is_not_shot() -> None:
    table = """
    Gunmen gunman NOUN NNS 2 nsubj
    shot shoot VERB VBD 0 root
    and and CCONJ CC 4 cc
    {second} 2 conj
    houses house NOUN NNS 4 obj
    """
    told = {verb: clauses(parsed(table.format(second=verb))) for verb in ("set set VERB VBD", "burned burn VERB VBD")}
    roles = {verb.split()[0]: [argument.role for argument in found[0].arguments] for verb, found in told.items()}
    assert roles == {"set": ["subject"], "burned": ["subject", "object"]}


def test_the_nearer_clause_below_what_is_said_goes_on() -> None:
    table = """
    Envoys envoy NOUN NNS 2 nsubj
    say say VERB VBP 0 root
    two two NUM CD 5 nsubj:pass
    were be AUX VBD 5 aux:pass
    killed kill VERB VBN 2 ccomp
    after after SCONJ IN 8 mark
    troops troop NOUN NNS 8 nsubj
    crossed cross VERB VBD 5 advcl
    over over ADV RB 8 advmod
    and and CCONJ CC 11 cc
    attacked attack VERB VBD 2 conj
    Kenya Kenya PROPN NNP 11 obj
    """
    sentence = parsed(table)
    attack = next(clause for clause in clauses(sentence) if clause.lemma == "attack")
    assert [sentence[argument.head].text for argument in attack.arguments if argument.role == "subject"] == ["troops"]
