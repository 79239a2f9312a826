"""Sides that a phrase names indirectly: by a kind in front, a name behind, or whoever shares what is asked."""

from datetime import date

import pytest

from tests.transforms.events.articles import article
from transforms.events.mentions import mentions
from transforms.events.parsing.language import parse
from transforms.walk import Tools

Told = tuple[str | None, str, str | None]


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.load()


def asserted(tools: Tools, text: str) -> set[Told]:
    """Text of the actor, type, text of the recipient."""
    written = article(text, date(2020, 12, 2))
    found = mentions(parse(tools.language, text), written, tools.codebook, tools.actors).event_mentions
    told = (m for m in found if m.status == "asserted")
    return {(m.actor and m.actor.text, m.event_type, m.recipient and m.recipient.text) for m in told}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Rebel positions were shelled on Friday.", "---REB"),
        ("The offices of the opposition party were raided.", "---OPP"),
    ],
)
def test_what_is_hit_is_its_owner_s_though_only_the_kind_is_told(tools: Tools, text: str, code: str) -> None:
    found = mentions(parse(tools.language, text), article(text, date(2020, 12, 2)), tools.codebook, tools.actors)
    assert [m.recipient and m.recipient.code for m in found.event_mentions] == [code]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The country's oldest rebel group, the ELN, ambushed a convoy.", ("the ELN", "ASSAULT", "a convoy")),
        ("The miners' union rejected the company's offer.", ("The miners' union", "REJECT", "the company")),
        ("Zanuba, a Chadian rebel group, attacked a convoy.", ("Zanuba", "ASSAULT", "a convoy")),
        ("The proposal rejected by Nepal was short.", ("Nepal", "REJECT", "The proposal")),
        ("Nurses marched against government cuts.", ("Nurses", "PROTEST", "government cuts")),
        ("Oslo's closest ally, Peru, condemned Chad.", ("Peru", "ACCUSE", "Chad")),
        ("Tens of thousands marched through Lagos.", ("Tens of thousands", "PROTEST", None)),
        ("Peru stood by Chad.", ("Peru", "SUPPORT", "Chad")),
        ("Peru's PM visited Chad.", ("Peru's PM", "CONSULT", "Chad")),
        ("Peru refused to attend the talks in Bern.", ("Peru", "REJECT", "the talks")),
        ("Peru pledged $2 million in aid to Chad.", ("Peru", "AGREE", "Chad")),
        ("Peru protested Chad's use of gas against its ships.", ("Peru", "ACCUSE", "Chad")),
        ("Peru joined the African Union.", ("Peru", "COOPERATE", "the African Union")),
        ("Peru applied to join the EU.", ("Peru", "REQUEST", "the EU")),
        ("Chad rejected a European plan.", ("Chad", "REJECT", "a European plan")),
        ("Ghana's ruler, Colonel Kofi Badu, expelled the UN envoy.", ("Colonel Kofi Badu", "SANCTION", "the UN envoy")),
    ],
)
def test_sides_are_told_by_their_names_or_by_what_is_theirs(tools: Tools, text: str, expected: Told) -> None:
    assert expected in asserted(tools, text)


def test_those_who_are_asked_together_do_not_ask_each_other(tools: Tools) -> None:
    told = asserted(tools, "Laos and Nepal were urged to free the captain.")
    assert told == {(None, "REQUEST", "Laos"), (None, "REQUEST", "Nepal")}


def test_food_is_brought_to_those_who_need_it(tools: Tools) -> None:
    told = asserted(tools, "Food and blankets were delivered to Malawian farmers.")
    assert told == {(None, "AID", "Malawian farmers")}


def test_whom_a_protest_by_somebody_is_against_stands_behind_him(tools: Tools) -> None:
    told = asserted(tools, "A protest by nurses outside the Danish embassy went on.")
    assert ("nurses", "PROTEST", "the Danish embassy") in told


def test_whose_king_it_is_the_noun_before_says(tools: Tools) -> None:
    text = "Nepal, whose king met the Ghanaian president on Monday, has sued Peru."
    found = mentions(parse(tools.language, text), article(text, date(2020, 12, 2)), tools.codebook, tools.actors)
    met = next(m for m in found.event_mentions if m.event_type == "CONSULT")
    assert met.actor is not None
    assert met.actor.code == "NPLGOV"


def test_a_body_s_acts_are_not_the_speaker_s(tools: Tools) -> None:
    text = "In a letter, Mike Pompeo cited Cuba's raids on Haiti and its support for Nicolas Maduro."
    found = mentions(parse(tools.language, text), article(text, date(2020, 12, 2)), tools.codebook, tools.actors)
    codes = {m.actor and m.actor.code for m in found.event_mentions if m.event_type == "SUPPORT"}
    assert codes <= {"CUB"}


def test_whose_neighbour_it_is_leaves_the_other_state_named(tools: Tools) -> None:
    text = "Peru closed its border with Chad after it accused its neighbour of fraud."
    found = mentions(parse(tools.language, text), article(text, date(2020, 12, 2)), tools.codebook, tools.actors)
    (accused,) = (m.recipient for m in found.event_mentions if m.event_type == "ACCUSE")
    assert accused is not None
    assert (accused.text, accused.code) == ("its neighbour", "TCD")


def test_officials_close_to_the_talks_tell_facts(tools: Tools) -> None:
    text = "Two officials close to the talks said that Peru had threatened to attack Chad if it left."
    assert asserted(tools, text) == {("Peru", "THREATEN", "Chad")}


def test_no_city_whose_streets_people_take_to_is_marched_against(tools: Tools) -> None:
    text = "Thousands of Peruvians took to the streets of Lima to demand that the president resign."
    assert asserted(tools, text) == {("Thousands of Peruvians", "PROTEST", "the president")}


def test_people_of_two_nations_aid_each_other_in_public(tools: Tools) -> None:
    assert asserted(tools, "Peruvian doctors treated wounded civilians in Chad.") == {
        ("Peruvian doctors", "AID", "wounded civilians")
    }
    assert asserted(tools, "Peruvian doctors treated wounded civilians in Peru.") == set()


def test_whose_guest_he_is_is_of_the_nation_in_front(tools: Tools) -> None:
    text = "The Peruvian president was greeted by her Chadian host."
    found = mentions(parse(tools.language, text), article(text, date(2020, 12, 2)), tools.codebook, tools.actors)
    (host,) = (m.actor for m in found.event_mentions)
    assert host is not None
    assert host.code == "TCDGOV"


def test_how_long_a_visit_lasts_leaves_the_visitor_named(tools: Tools) -> None:
    text = "Peru's president is on a three-day visit to Chad."
    assert asserted(tools, text) == {("Peru's president", "CONSULT", "Chad")}


def test_who_wounded_the_others_killed_the_first(tools: Tools) -> None:
    text = "Three soldiers were killed and four others wounded in Chad in an ambush by Maoist rebels."
    assert ("Maoist rebels", "ASSAULT", "Three soldiers") in asserted(tools, text)


def test_a_raid_by_soldiers_on_a_market_hits_it(tools: Tools) -> None:
    text = "An air strike by Chad's military on a market in Peru left 20 dead."
    assert ("Chad's military", "ASSAULT", "a market") in asserted(tools, text)


def test_people_of_two_nations_sue_each_other_in_public(tools: Tools) -> None:
    text = "Peruvian villagers sued a Canadian mining company."
    assert asserted(tools, text) == {("Peruvian villagers", "ACCUSE", "a Canadian mining company")}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Kenya, Togo, and Chad attacked Mali.", {"Kenya", "Togo", "Chad"}),
        ("Kenya, Togo and Chad, which share a river, attacked Mali.", {"Kenya", "Togo", "Chad"}),
        ("The students, seven men and three women, stormed the embassy in Chad.", {"The students"}),
    ],
)
def test_a_list_names_all_and_an_aside_only_tells_who_they_are(tools: Tools, text: str, actors: set[str]) -> None:
    assert {actor for actor, _, _ in asserted(tools, text)} == actors


def test_officials_of_nobody_named_are_not_those_of_the_nation_they_warn(tools: Tools) -> None:
    text = "The minister left Oslo, warning Iran of new sanctions."
    written = article(text, date(2020, 12, 2))
    told = mentions(parse(tools.language, text), written, tools.codebook, tools.actors).event_mentions
    assert [(m.actor and m.actor.code, m.recipient and m.recipient.code) for m in told] == [("---GOV", "IRN")]


def test_letters_in_brackets_say_which_body_it_is(tools: Tools) -> None:
    text = "The 15-member Economic Community of West Africa States (ECOWAS) suspended Burkina Faso."
    written = article(text, date(2020, 12, 2))
    told = mentions(parse(tools.language, text), written, tools.codebook, tools.actors).event_mentions
    assert [(m.actor and m.actor.code, m.recipient and m.recipient.code) for m in told] == [("IGO", "BFA")]


def test_leaders_who_put_a_minister_under_fire_do_not_shoot(tools: Tools) -> None:
    text = "The Polish minister came under fire from Danish lawmakers over the plan."
    assert asserted(tools, text) == {("Danish lawmakers", "ACCUSE", "The Polish minister")}


def test_those_killed_are_not_whom_a_protest_over_it_is_against(tools: Tools) -> None:
    told = asserted(tools, "Pakistan lodged a protest over the killing of two soldiers.")
    assert all(event_type != "ACCUSE" for _, event_type, _ in told)


def test_who_counts_those_arrested_did_not_arrest_them(tools: Tools) -> None:
    text = "Ten Malian teachers were arrested in May, according to a count by the Danish Relief Association."
    assert asserted(tools, text) == {(None, "COERCE", "Ten Malian teachers")}


def test_a_president_agrees_to_nothing_with_the_country_he_defends(tools: Tools) -> None:
    text = "Protests went on in Peru. Peruvian President Ana Ruiz said she was committed to defending the country."
    assert all(event_type != "AGREE" for _, event_type, _ in asserted(tools, text))


def test_officers_of_no_known_force_are_charged_by_name_of_their_trade(tools: Tools) -> None:
    text = "Venezuelan Attorney General Ana Ruiz charged three retired officers with treason."
    assert asserted(tools, text) == {("Venezuelan Attorney General Ana Ruiz", "ACCUSE", "three retired officers")}
