"""Titles, owners and coordinated nations: what a name takes from the words around it, and what it does not."""

from datetime import date

import pytest

from transforms.events.actors.actors import Actors
from transforms.events.parsing.language import load_language

ACTORS = Actors.load()


def read(text):
    doc = load_language()(text)
    return doc, ACTORS.read(doc)


def last(doc, word):
    return [token for token in doc if token.text == word][-1]


def code(text, word):
    doc, memory = read(text)
    actor = memory.resolve(last(doc, word))
    return actor.code if actor else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iranian chief negotiator Omar Farsi left the room.", "IRNGOV"),
        ("Omar Farsi, a Hungarian judge, left the room.", "HUNJUD"),
        ("The president of the council, Omar Farsi, left the room.", "---GOV"),
    ],
)
def test_a_title_that_is_linked_to_the_name_gives_its_sectors(text, expected):
    assert code(text, "Farsi") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors told the judge that soldiers had met Farsi before the trial.",
        "A spokeswoman for Omar Farsi declined to comment.",
        "Police arrested a man, journalists told Farsi.",
        "Police said on Friday that Omar Farsi was no journalist.",
    ],
)
def test_a_role_elsewhere_in_the_sentence_gives_a_name_nothing(text):
    assert code(text, "Farsi") is None


def test_roles_that_only_an_owner_explains_give_no_sectors_alone():
    assert code("The chief said nothing.", "chief") is None
    assert code("A spokesman declined to comment.", "spokesman") is None
    assert code("The forces left the valley.", "forces") is None
    assert code("Ethiopian forces attacked the valley.", "forces") == "ETHMIL"


def test_an_office_that_is_a_surname_needs_more_than_a_capital():
    assert code("Norwegian police arrested King and Weeks.", "King") is None
    assert code("Norwegian police protect the king.", "king") == "---GOV"


def test_deeds_and_institutions_stand_for_their_owner_and_goods_do_not():
    doc, memory = read("They welcomed Norway's proposal, Chilean goods and the residence of the Albanian ambassador.")
    assert memory.owner(last(doc, "proposal")).code == "NOR"
    assert memory.owner(last(doc, "goods")) is None
    assert memory.owner(last(doc, "residence")) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Greek and Turkish negotiators met in Vienna.", [("Greek", "GRCGOV"), ("Turkish negotiators", "TURGOV")]),
        ("US and Iranian officials held talks.", [("US", "USAGOV"), ("Iranian officials", "IRNGOV")]),
        ("Chilean negotiators met in Vienna.", [("Chilean negotiators", "CHLGOV")]),
    ],
)
def test_coordinated_nations_are_an_actor_each(text, expected):
    doc, memory = read(text)
    head = next(token for token in doc if token.tag_ == "NNS")
    found = memory.members(head, memory.resolve(head))
    assert [(actor.text, actor.code) for actor in found] == expected


def test_a_bound_before_a_number_belongs_to_the_mention():
    doc, memory = read("At least 106 protesters were arrested.")
    assert memory.resolve(last(doc, "protesters")).text == "At least 106 protesters"


def test_a_group_of_people_is_those_people():
    assert code("A group of Moroccan diplomats met ministers.", "group") == "MARGOV"


def test_a_noun_that_runs_into_a_name_is_no_part_of_it():
    doc, memory = read("The day Omar Farsi left Oslo, it rained.")
    assert memory.resolve(last(doc, "Farsi")).text == "Omar Farsi"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Democratic Party criticised the bill.", "USAPTY"),
        ("The Alpine Democratic Party criticised the bill.", "---PTY"),
        ("Chile's Republican Party criticised the bill.", "CHLPTY"),
    ],
)
def test_the_end_of_a_longer_party_name_is_not_that_party(text, expected):
    assert code(text, "Party") == expected


def test_it_stands_for_the_sole_subject_and_never_for_an_object():
    assert code("NATO said that it had sent ships.", "it") == "IGO"
    assert code("The storm hit Norway before it moved on.", "it") is None


def test_a_surname_of_two_people_goes_to_the_one_with_the_title():
    text = "Judge Omar Tarben met the poet Lena Tarben. Later Judge Tarben left, and Tarben stayed."
    doc, memory = read(text)
    titled, bare = [token for token in doc if token.text == "Tarben"][-2:]
    assert memory.resolve(titled).name == "Omar Tarben"
    assert memory.resolve(bare).code is None


def test_a_field_of_study_or_a_post_is_not_where_somebody_belongs():
    assert code("Tuvalu scholar Omar Tarben criticised the plan.", "Tarben") == "---EDU"
    assert code("Tuvaluan scholar Omar Tarben criticised the plan.", "Tarben") == "TUVEDU"
    assert code("U.N. ambassador Omar Tarben criticised the plan.", "Tarben") == "---GOV"
    assert code("U.N. envoy Omar Tarben criticised the plan.", "Tarben") == "IGOUNOGOV"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Norway charged WikiLeaks co-founder Julian Assange.", "WikiLeaks", ("Julian Assange", "AUSJRN")),
        ("Kenya expelled an MK Party MP.", "Party", (None, "ZAFLEG")),
        ("The son of Chilean President Omar Tarben was hurt.", "son", (None, "CHLCVL")),
        ("Norwegian university administrators left.", "administrators", (None, "NOREDU")),
        ("Norwegian hospital officials left.", "officials", (None, "NORMED")),
        ("Norwegian government military officials left.", "officials", (None, "NORMIL")),
        ("Norwegian prison staffers left.", "staffers", (None, "NORCOP")),
        ("US District Judge Ann Lee left.", "Lee", ("Ann Lee", "USAJUD")),
        ("Former President Barack Obama left.", "Obama", ("Barack Obama", "USAELI")),
        ("American Kevin King and Norwegian Omar Farsi left.", "King", ("Kevin King", "USACVL")),
        ("Chilean police arrested American Kevin King.", "King", ("Kevin King", "USACVL")),
        ("Chilean police arrested Omar Tarben, a Norwegian, in May.", "Tarben", ("Omar Tarben", "NORCVL")),
        ("Kenyan police arrested two Chilean exile leaders.", "leaders", (None, "CHLCVL")),
        ("The Chadian regime of President Idriss Deby fell.", "regime", (None, "TCDGOV")),
        ("Chile's top prosecutor in 2020, Omar Tarben, resigned.", "Tarben", ("Omar Tarben", "CHLJUD")),
        ("Police chief of Chile, Omar Tarben says the law works.", "Tarben", ("Omar Tarben", "CHLCOP")),
        ("Chilean killer Omar Tarben escaped.", "Tarben", ("Omar Tarben", "CHLCRM")),
        ("Electoral College subversion failed in Oslo.", "College", (None, None)),
    ],
)
def test_who_is_meant_by_a_title_beside_another_name(text, word, expected):
    doc, memory = read(text)
    actor = memory.resolve([token for token in doc if token.text == word][-1])
    assert (actor.name, actor.code) == expected


def test_who_acts_in_opposition_to_somebody_does_not_name_the_opposition():
    doc, memory = read("Norwegians marched in opposition to the plan.")
    assert memory.resolve(doc[3]) is None
    doc, memory = read("The Norwegian opposition opposed the plan.")
    assert memory.resolve(doc[2]).code == "NOROPP"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Serbian Australians left.", "AUSCVL"),
        ("Bosnian Serbs left.", "BIHCVL"),
    ],
)
def test_descent_is_no_nationality_where_people_of_all_descents_live(text, expected):
    doc, memory = read(text)
    assert memory.resolve(doc[1]).code == expected


def test_a_party_name_of_several_nations_needs_a_sign_of_its_own():
    doc, memory = read("National Front supporters left Oslo.")
    assert memory.resolve(doc[2]).country != "FRA"
    doc, memory = read("National Front supporters left Paris.")
    assert memory.resolve(doc[2]).country == "FRA"


def test_a_treaty_called_after_a_city_is_not_that_city():
    doc, memory = read("Chile criticised the Vienna convention.")
    assert memory.resolve(doc[3]) is None
    assert memory.resolve(doc[4]) is None


def test_the_name_of_a_place_ends_before_what_it_is_stripped_of():
    doc, memory = read("Norway stripped Kenya of the autonomy.")
    assert memory.resolve(doc[2]).text == "Kenya"


def test_a_word_for_the_kind_of_an_attack_names_nobody():
    doc, memory = read("Kenya condemned the sniper attacks.")
    assert memory.resolve(doc[3]) is None


def test_a_whole_phrase_goes_on_to_the_name_behind_a_title():
    doc, memory = read("Norway sanctioned the Chadian regime of President Idriss Deby in May.")
    actor = memory.resolve(next(token for token in doc if token.text == "regime"))
    assert actor.text == "the Chadian regime of President Idriss Deby"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Omar Tarben is a Chilean lawyer. Tarben left.", "CHLCVL"),
        ("Omar Tarben was convicted of murder. Tarben left.", "---CRM"),
        ("Omar Tarben pleaded guilty. Tarben left.", "---CRM"),
        ("Omar Tarben pleaded not guilty. Tarben left.", None),
        ("Omar Tarben has been convicted of murder. Tarben left.", "---CRM"),
        ("Chilean prosecutors charged Omar Tarben with fraud. Tarben left.", "CHLCVL"),
        ("Omar Tarben was arrested. Omar Tarben, a poet, left.", "---CVL"),
        ("Omar Tarben was a lawyer. Tarben left.", None),
        ("Omar Tarben is the problem. Tarben left.", None),
        ("Omar Tarben may be convicted of murder. Tarben left.", None),
        ("Omar Tarben was not convicted of murder. Tarben left.", None),
    ],
)
def test_a_clause_says_who_somebody_is(text, expected):
    assert code(text, "Tarben") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prime Minister Boris Johnson criticised the law.", "GBRGOV"),
        ("Former Prime Minister Boris Johnson criticised the law.", "GBRELI"),
        ("Then-Prime Minister Boris Johnson criticised the law. Prime Minister Johnson left.", "GBRELI"),
    ],
)
def test_an_office_right_before_a_name_is_held_whatever_the_tables_say(text, expected):
    doc = load_language()(text)
    actor = ACTORS.read(doc, date(2023, 5, 5)).resolve(last(doc, "Johnson"))
    assert actor.code == expected


@pytest.mark.parametrize(
    "text",
    [
        "Austria applauded President Al-Nasser's remarks. Austria and Vienna are ready.",
        "Iraq thanked Minister Nasser for the help. Iraq and Baghdad are ready.",
    ],
)
def test_a_bare_title_takes_no_nation_from_the_other_side_of_its_verb(text):
    assert code(text, "Nasser") == "---GOV"


def test_a_bare_title_takes_its_nation_from_the_rest_of_the_article():
    text = "Zambia voted. President Lund won the Zambian vote. Zambia praised President Lund's choice."
    assert code(text, "Lund") == "ZMBGOV"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("King Abdullah of Jordan left the room.", "JORGOV"),
        ("King Abdullah of Saudi Arabia left the room.", "SAUGOV"),
    ],
)
def test_of_several_kings_of_a_name_the_land_behind_it_tells_which(text, expected):
    assert code(text, "Abdullah") == expected


def test_a_mention_ends_before_what_goes_with_the_verb():
    doc, memory = read("The court accused President Omar Farsi of murder and stripped rebels of their rights.")
    assert memory.resolve(last(doc, "Omar")).text == "President Omar Farsi"
    assert memory.resolve(last(doc, "rebels")).text == "rebels"


def test_a_capital_in_a_list_of_places_is_no_government():
    doc, memory = read("The minister visited Hanoi and Vientiane.")
    assert memory.resolve(last(doc, "Vientiane")).code == "LAO"


def test_nobody_is_his_own_adviser():
    doc, memory = read("While meeting his adviser, he was hurt.")
    assert memory.resolve(last(doc, "he")) is None


def test_an_article_before_an_abbreviation_is_no_letter_of_it():
    doc, memory = read("A U.S. ship left.")
    assert memory.resolve(last(doc, "U.S.")).code == "USA"


def test_the_nation_of_a_second_title_counts():
    text = "Minister Omar Farsi, Chad's ambassador to Peru, left."
    assert code(text, "Farsi") == "TCDGOV"


def test_two_foreign_ministers_who_meet_are_of_two_nations():
    text = (
        "Foreign Minister Omar Farsi met Norwegian Foreign Minister Ann Lund. They spoke of trade with Norway. "
        "Norway and Chad are friends. Norway is in Europe. Minister Farsi thanked the hosts."
    )
    assert code(text, "Farsi") == "TCDGOV"


def test_forces_with_the_name_of_a_party_are_an_army():
    assert code("The Republican forces left Chad.", "forces") == "---MIL"


def test_when_stands_outside_of_a_mention():
    doc, memory = read("They fled when Chadian soldiers came.")
    actor = memory.resolve(last(doc, "soldiers"))
    assert actor is not None
    assert actor.text == "Chadian soldiers"


def test_the_chief_of_a_union_of_states_is_no_union_chief():
    assert code("African Union chief Omar Farsi left.", "Farsi") == "IGO"
    assert code("Chadian union chief Omar Farsi left.", "Farsi") == "TCDLAB"
