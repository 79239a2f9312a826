"""The nation that bare offices belong to, peoples as nations, and what a relation says of nobody."""

from datetime import date

import pytest

from schemas.records import Place
from transforms.events.actors.actors import Actors
from transforms.events.parsing.language import load_language

ACTORS = Actors.load()


def read(text, published=None):
    doc = load_language()(text)
    return doc, ACTORS.read(doc, published)


def last(doc, word):
    return [token for token in doc if token.text == word][-1]


def found(text, word, published=None):
    doc, memory = read(text, published)
    return memory.resolve(last(doc, word))


def code(text, word, published=None):
    actor = found(text, word, published)
    return actor.code if actor else None


NORWAY = "Norway voted on Monday. Shops in Norway closed early. "


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("Lawmakers rejected the bill.", "Lawmakers", "NORLEG"),
        ("Police arrested a man.", "Police", "NORCOP"),
        ("The authorities closed the port.", "authorities", "NORGOV"),
        ("The ministry warned of floods.", "ministry", "NORGOV"),
        ("The army left the valley.", "army", "NORMIL"),
        ("Lower courts rejected the order.", "courts", "NORJUD"),
        ("Norway was calm. Protesters blocked a road.", "Protesters", "NORCVL"),
        ("A gunman wounded two women.", "gunman", "NORUAF"),
        ("A gunman wounded two women.", "women", "NORCVL"),
    ],
)
def test_a_bare_office_is_of_the_nation_that_the_article_is_about(sentence, word, expected):
    actor = found(NORWAY + sentence, word)
    assert (actor.code, actor.method) == (expected, "role and setting")


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Foreign officials left.", "officials"),
        ("Other governments agreed.", "governments"),
        ("Their lawmakers agreed.", "lawmakers"),
        ("The speaker agreed.", "speaker"),
        ("The Alba Foods president agreed.", "president"),
        ("Refugees arrived.", "Refugees"),
        ("Police arrested two tourists.", "tourists"),
    ],
)
def test_some_offices_and_people_are_no_nations_own(sentence, word):
    actor = found(NORWAY + sentence, word)
    assert actor is None or actor.country is None


def test_people_are_of_no_nation_that_is_named_but_once():
    assert code("Norway voted on Monday. A gunman wounded two women.", "women") == "---CVL"


def test_where_two_nations_are_named_alike_an_office_is_nobodys():
    assert code("Norway and Chile voted. Lawmakers agreed.", "Lawmakers") == "---LEG"


def test_prosecutors_are_not_of_another_nation_than_the_scene_just_told():
    story = "Norway voted on Monday. Norway's parliament met. Norway's army trained. A man fell ill in Peru. {}"
    assert code(story.format("Prosecutors charged the suspect."), "Prosecutors") == "---JUD"
    assert code(story.format("Rain fell. Snow fell. Hail fell. Prosecutors sued."), "Prosecutors") == "NORJUD"


def test_no_office_acts_on_its_own_nation_as_on_another():
    assert code("Norway voted. The government attacked Norway.", "government") == "---GOV"


def test_an_army_named_before_may_act_in_its_own_country():
    text = "The Philippine army has been on edge for weeks. On Wednesday the army sent a battalion to Basilan."
    assert code(text, "army") == "PHLMIL"


def test_who_asks_one_nation_to_act_on_another_is_of_neither():
    assert code("Lawmakers urged Norway to sanction Peru.", "Lawmakers") == "---LEG"


def test_the_words_around_an_office_may_name_others_only():
    text = NORWAY + "Norway was calm. Peru mourned. In Lima, police arrested a man."
    assert code(text, "police") != "NORCOP"


def test_the_same_office_named_with_its_nation_comes_first():
    text = "Hong Kong and Beijing disagreed, said China. Hong Kong police closed a road. Later police left."
    assert code(text, "police") == "HKGCOP"


def test_an_envoy_is_not_of_the_country_that_he_is_sent_to():
    text = "The United States was silent. Omar Tarben, the special envoy to Chile, left. The United States agreed."
    assert code(text, "Tarben") == "USAGOV"


def test_places_and_the_source_s_home_say_whose_police_is_meant():
    doc, memory = read("Police arrested a man in Nowhereville.")
    assert memory.resolve(doc[0]).code == "---COP"
    memory.settle([], "NOR")
    assert memory.resolve(doc[0]).code == "NORCOP"
    place = Place("Nowhereville", 26, 38, None, "Nowhereville", "city", "CHL", None, None, None, "test")
    memory.settle([place, place, place, place], "NOR")
    assert memory.resolve(doc[0]).code == "CHLCOP"


def test_the_president_is_the_one_named_nearest_before():
    text = "Emmanuel Macron called Vladimir Putin. Macron met ministers, and the president thanked them."
    actor = found(text, "president", date(2022, 3, 1))
    assert (actor.name, actor.code) == ("Emmanuel Macron", "FRAGOV")


def test_a_vice_president_is_no_president():
    text = "Vice President Omar Tarben of Peru spoke. The president was silent."
    assert found(text, "president").name is None


def test_a_party_without_a_nation_is_of_the_article_s():
    text = "Norway voted on Monday. The Christian Democrats won in Norway."
    assert code(text, "Democrats") == "NORPTY"


def test_congress_is_the_article_s_where_nothing_speaks_for_another():
    assert code("Peru voted on Monday. Lima was calm. Congress rejected the bill.", "Congress") == "PERLEG"
    assert code("Congress rejected the bill.", "Congress") == "USALEG"
    assert code("Peru and the United States agreed. Congress rejected it.", "Congress") == "USALEG"


# Peoples


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("He discussed it with the Ukrainians.", "Ukrainians", "UKR"),
        ("The Americans demanded talks.", "Americans", "USA"),
        ("Thousands of Ukrainians gathered.", "Thousands", "UKRCVL"),
        ("Young Algerians blocked a road.", "Algerians", "DZACVL"),
        ("An American was released.", "American", "USACVL"),
        ("Two New Yorkers were arrested.", "Yorkers", "USACVL"),
        ("Uighurs were detained.", "Uighurs", "CHNCVL"),
        ("Ethnic Albanians demonstrated in Serbia, Serbia said.", "Albanians", "SRBCVL"),
    ],
)
def test_a_whole_people_is_its_nation_and_some_of_them_are_civilians(text, word, expected):
    assert code(text, word) == expected


def test_a_pronoun_takes_the_nation_that_owns_the_thing():
    doc, memory = read("The Americans patrolled the coast until their helicopter failed.")
    assert memory.owner(last(doc, "helicopter"), wide=True).code == "USA"


# What belongs to whom


def test_a_private_person_owns_no_troops():
    text = "Guards searched the cell. Nobody asked about Omar Tarben's unit."
    assert code(text, "unit") is None
    assert code("Bashar al-Assad's forces left.", "forces", date(2015, 1, 1)) == "SYRMIL"


def test_an_ally_is_not_of_the_nation_whose_ally_it_is():
    assert found("Norway's allies condemned the attack.", "allies") is None
    assert code("He met his Chilean counterpart.", "counterpart") == "CHLGOV"


def test_who_presides_over_a_union_holds_no_office_of_state():
    assert code("The president of the Danish Farm Union spoke.", "president") == "DNKLAB"
    assert code("The president of the council spoke.", "president") == "---GOV"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Texas Gov. Omar Tarben spoke.", "USAGOV"),
        ("U.S. Rep. Omar Tarben spoke.", "USALEG"),
        ("Chilean Gen. Omar Tarben spoke.", "CHLMIL"),
        ("Norwegian police sergeant Omar Tarben spoke.", "NORCOP"),
    ],
)
def test_short_titles_are_titles(text, expected):
    assert code(text, "Tarben") == expected


def test_a_state_that_shares_a_nation_s_name():
    assert code("Texas police called Georgia Gov. Omar Tarben.", "Tarben") == "USAGOV"
    assert code("Russia invaded Georgia, said the United States.", "Georgia") == "GEO"


def test_sites_and_goods_stand_for_their_owner_only_when_asked():
    doc, memory = read("Drones hit two Iranian sites.")
    assert memory.owner(last(doc, "sites")) is None
    assert memory.owner(last(doc, "sites"), wide=True).code == "IRN"


def test_protests_are_the_people_s():
    doc, memory = read("Palestinian riots continued. Chilean proposals failed.")
    assert memory.owner(last(doc, "riots")).code == "PSECVL"
    assert memory.owner(last(doc, "proposals")).code == "CHL"


# Pronouns


def test_who_is_spoken_of_in_a_quotation_is_not_the_speaker():
    assert found('Omar Tarben said: "We waited until he left."', "he") is None


def test_an_object_is_not_the_one_who_acts():
    text = "Omar Farsi left. He met Janis Ozolins, and he criticised him."
    doc, memory = read(text)
    assert [memory.resolve(token).name for token in doc if token.lower_ == "he"] == ["Omar Farsi", "Omar Farsi"]


def test_two_bodies_are_not_one_actor():
    assert found("The FBI and federal prosecutors arrested two men.", "prosecutors").text == "federal prosecutors"


def test_only_titles_and_names_go_on_with_for():
    assert found("They asked Omar Tarben for help.", "Tarben").text == "Omar Tarben"
    assert (
        found("The Norwegian minister for trade has left Oslo.", "minister").text == "The Norwegian minister for trade"
    )


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Afghan President Ashraf Ghani spoke. The Taliban left.", None, "AFGREB"),
        ("Former Afghan President Ashraf Ghani spoke. The Taliban left.", None, "AFG"),
        ("Ashraf Ghani spoke. The Taliban left.", None, "AFG"),
        ("Afghan President Ashraf Ghani spoke. The Taliban left.", date(2023, 1, 1), "AFGGOV"),
    ],
)
def test_office_holders_date_what_an_armed_group_is_in_an_undated_article(text, published, expected):
    assert code(text, "Taliban", published) == expected


def test_a_text_that_gives_the_opposition_an_office_is_believed():
    assert code("Rachel Reeves resigned.", "Reeves", date(2022, 10, 10)) == "GBROPP"
    assert code("The chancellor, Rachel Reeves, resigned.", "Reeves", date(2022, 10, 10)) == "GBRGOV"
    assert code("The shadow chancellor, Rachel Reeves, resigned.", "Reeves", date(2022, 10, 10)) == "GBROPP"


def test_the_countrys_army_is_that_of_the_country_named_last_before():
    actor = found("France sent troops. The country's military attacked the rebels.", "military")
    assert actor.code == "FRAMIL"
    assert found("The country's military attacked the rebels.", "military").code == "---MIL"


@pytest.mark.parametrize(
    "text",
    [
        "The government agreed to begin to help Chad.",
        "The court refused to extradite the hacker to Chad.",
        "The government closed the border with Chad.",
        "The government imposed sanctions on Chad.",
    ],
)
def test_whom_a_state_deals_with_is_another(text):
    assert code(text, text.split()[1])[:3] == "---"


def test_what_a_state_imposes_at_home_may_be_its_own():
    assert code("The government imposed a curfew in Chad.", "government") == "TCDGOV"


def test_a_minister_may_meet_his_own_people_abroad():
    text = "The minister held a meeting with British traders in Uzbekistan."
    assert code(text, "minister") == "---GOV"


def test_a_union_may_plan_a_strike_in_its_own_land():
    text = "Dock workers went on strike in Montreal. The union threatened to extend the strike to Halifax."
    assert code(text, "union") == "CANLAB"


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Students held in Norway", "NORCOP"),
        ("Norwegian students held", "NORCOP"),
        ("Norway and Chad hold students", "---COP"),
        ("Students held", "---COP"),
        (None, "---COP"),
    ],
)
def test_a_headline_names_the_nation_that_the_text_does_not(headline, expected):
    doc = load_language()("Police detained ten students. They had occupied a school.")
    assert ACTORS.read(doc, None, headline).resolve(doc[0]).code == expected


def test_a_headline_says_nothing_where_the_text_names_another_nation():
    doc = load_language()("Police detained ten students after a row over Chad.")
    assert ACTORS.read(doc, None, "Students held in Norway").resolve(doc[0]).code == "TCDCOP"


def test_a_dateline_names_the_nation_of_the_police():
    text = "San Fernando, Chile — Ten students were detained by the local police yesterday."
    assert code(text, "police") == "CHLCOP"


def test_the_country_is_the_one_named_just_before():
    assert code("Mali closed its airspace. France condemned the country.", "country") == "MLI"
    assert code("Chad attacked Mali. France condemned the country.", "country") is None
    assert code("Mali closed its airspace. Many people live in the country.", "country") is None


def test_others_beside_victims_are_of_their_kind():
    assert code("Gunmen killed two Kenyan policemen and wounded three others.", "others") == "KENCOP"


def test_peacekeeping_soldiers_are_no_nations():
    assert code("Rebels killed ten peacekeeping soldiers in Chad.", "soldiers") == "---MIL"


def test_a_governments_rebels_are_none_of_it():
    assert code("The Chadian government and its rebels signed a truce.", "rebels") == "TCDREB"


def test_whom_somebody_kills_is_not_he_himself():
    text = "The terrorists attacked a village in Chad. They were fleeing when the terrorists killed them."
    assert code(text, "them") is None
    assert code("Chad's soldiers fled when the terrorists shot at them.", "them") == "TCDMIL"


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The court sentenced people in Bergen.", "people", "NORCVL"),
        ("The court sentenced 37 people in 13 countries.", "people", "---CVL"),
        ("The bank hit people and firms across a dozen countries.", "people", "---CVL"),
        ("Among the people sanctioned is Ana Ruiz.", "people", "---CVL"),
    ],
)
def test_people_in_several_countries_are_of_no_one_nation(sentence: str, word: str, expected: str) -> None:
    assert code(f"{NORWAY * 2}{sentence}", word) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Norwegian police left.", "NOROPP"),
        ("Norwegian police met Danish ones.", "---OPP"),
    ],
)
def test_the_country_may_be_that_of_the_only_people_told_of(before: str, expected: str) -> None:
    assert code(f"{before} The country's opposition protested.", "opposition") == expected


def test_a_body_named_later_is_not_the_one_before() -> None:
    doc, memory = read(f"{NORWAY * 2}The army closed the road. On Tuesday the Danish army left.")
    actor = memory.resolve(next(token for token in doc if token.text == "army"))
    assert actor is not None
    assert actor.code == "NORMIL"


@pytest.mark.parametrize(("text", "expected"), [("A CAR BOMB WENT OFF", None), ("The CAR left.", "CAF")])
def test_a_common_word_among_capitals_is_no_nation(text: str, expected: str | None) -> None:
    assert code(text, "CAR") == expected


def test_people_called_the_same_again_are_of_the_same_nation() -> None:
    assert code(f"{NORWAY * 2}Police held twelve Danish nurses. The nurses left.", "nurses") == "DNKMED"
    assert code(f"{NORWAY * 2}Danish nurses met Swedish nurses. The nurses left.", "nurses") == "---MED"


def test_a_state_of_that_name_is_not_the_country() -> None:
    assert code("Gunmen attacked a village in Niger state. The police left.", "police") == "NGACOP"
