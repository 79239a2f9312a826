"""Who did it, where the words of the deed do not name him."""

from datetime import date

import pytest

from schemas.records import EventMention
from tests.transforms.events.articles import article
from transforms.events.mentions import mentions
from transforms.events.parsing.language import parse
from transforms.walk import Tools

Told = tuple[str | None, str, str | None]


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.load()


def tell(tools: Tools, text: str) -> tuple[EventMention, ...]:
    written = article(text, date(2020, 12, 2))
    return mentions(parse(tools.language, text), written, tools.codebook, tools.actors).event_mentions


def pairs(tools: Tools, text: str) -> set[Told]:
    """Code of the actor, type, code of the recipient."""
    told = tell(tools, text)
    return {(m.actor and m.actor.code, m.event_type, m.recipient and m.recipient.code) for m in told}


@pytest.mark.parametrize(
    "text",
    [
        "A man was arrested in Lyon after police found weapons in his car.",
        "A man was arrested in Lyon after being stopped by police.",
        "Three men were detained in Lyon as police broke up their meeting.",
        "Seven men were arrested in police raids in Lyon.",
        "Seven men were arrested in a raid by police in Lyon.",
    ],
)
def test_police_who_act_when_somebody_is_arrested_arrest_him(tools: Tools, text: str) -> None:
    assert ("FRACOP", "COERCE", "FRACVL") in pairs(tools, text)


def test_a_court_that_finds_somebody_guilty_jails_him(tools: Tools) -> None:
    assert pairs(tools, "The Kenyan lawmaker was jailed after a court found him guilty.") == {
        ("KENJUD", "COERCE", "KENLEG")
    }


def test_an_army_whose_operation_it_is_arrests(tools: Tools) -> None:
    assert pairs(tools, "Seven men were arrested during an operation by the army in Mali.") == {
        ("MLIMIL", "COERCE", "MLICVL")
    }


@pytest.mark.parametrize(
    "text",
    ["A man was arrested in Lyon after police were attacked.", "A man was arrested in Lyon after he attacked police."],
)
def test_police_to_whom_something_happened_are_not_said_to_arrest(tools: Tools, text: str) -> None:
    assert (None, "COERCE", "FRACVL") in pairs(tools, text)


@pytest.mark.parametrize("place", ["Cairo", "Egypt"])
def test_the_place_of_a_bombing_behind_its_target_is_no_doer(tools: Tools, place: str) -> None:
    assert pairs(tools, f"A church bombing in {place} killed nine people.") == {(None, "ASSAULT", "EGYCVL")}


def test_who_fires_missiles_hits_what_they_target(tools: Tools) -> None:
    assert pairs(tools, "Iran launched missiles targeting US troops in Iraq.") == {("IRN", "ASSAULT", "USAMIL")}


def test_a_raid_by_police_is_no_attack(tools: Tools) -> None:
    assert pairs(tools, "French police carried out raids on two Kenyan mosques.") == {("FRACOP", "COERCE", "KENREL")}
    assert pairs(tools, "French troops carried out raids on two Kenyan mosques.") == {("FRAMIL", "ASSAULT", "KENREL")}


@pytest.mark.parametrize("band", ["The group", "Members of the group", "An unknown cell"])
def test_several_of_whom_nothing_is_told_kill_all_the_same(tools: Tools, band: str) -> None:
    assert pairs(tools, f"{band} killed nine Kenyan soldiers.") == {(None, "ASSAULT", "KENMIL")}
    (told,) = tell(tools, f"{band} killed nine Kenyan soldiers.")
    assert told.actor is not None
    assert told.actor.text == band


def test_a_group_of_whom_nothing_is_told_accuses_nobody(tools: Tools) -> None:
    assert pairs(tools, "The group condemned Kenya.") == set()


def test_who_loses_a_town_to_others_is_driven_out_by_them(tools: Tools) -> None:
    assert pairs(tools, "Chadian troops lost the town to Kenyan rebels.") == {("KENREB", "COERCE", "TCDMIL")}


def test_one_march_is_told_once(tools: Tools) -> None:
    text = "Chadians rallied outside parliament to protest against the minister's decision to leave the union."
    assert pairs(tools, text) == {("TCDCVL", "PROTEST", "TCDLEG")}


def test_who_is_hurt_when_a_boat_sinks_was_attacked_by_nobody(tools: Tools) -> None:
    assert pairs(tools, "Ten Chadians were killed and dozens wounded when a boat carrying migrants capsized.") == set()


def test_what_is_ambushed_kills_nobody(tools: Tools) -> None:
    killed = (None, "ASSAULT", "NPLMIL")
    assert killed in pairs(tools, "A UN convoy was ambushed in Mali, killing two Nepalese peacekeepers.")
    assert pairs(tools, "A UN convoy was ambushed by Malian rebels, killing two Nepalese peacekeepers.") == {
        ("MLIREB", "ASSAULT", "IGOUNO"),
        ("MLIREB", "ASSAULT", "NPLMIL"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A militant attack on an Indian army convoy in Jammu killed five soldiers.", ("INDREB", "ASSAULT", "INDMIL")),
        (
            "Five Syrians were killed when Russian airstrikes hit Aleppo, while rebels shelled Homs.",
            ("RUS", "ASSAULT", "SYRCVL"),
        ),
        ("Troops loyal to the Libyan general shelled Tripoli.", ("LBYMIL", "ASSAULT", "LBY")),
        ("Rebels in Pakistan rammed a truck into an army base.", ("PAKREB", "ASSAULT", "PAKMIL")),
    ],
)
def test_whose_attack_it_is(tools: Tools, text: str, expected: Told) -> None:
    assert expected in pairs(tools, text)


def test_a_war_as_such_kills_nobody_in_particular(tools: Tools) -> None:
    assert pairs(tools, "Syria's five-year war has killed more than 270,000 people.") == set()


def test_what_goes_on_beside_is_nobody_to_agree_with(tools: Tools) -> None:
    text = "With helicopters of French forces joining in the strikes, the Ivorian leader agreed to talk to Chad."
    assert pairs(tools, text) == {("CIVGOV", "AGREE", "TCD")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Chadian court found the editor not guilty of treason.", "negated"),
        ("A Chadian court found the editor guilty of treason.", "asserted"),
    ],
)
def test_an_acquittal_is_no_conviction(tools: Tools, text: str, expected: str) -> None:
    assert [m.status for m in tell(tools, text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad and Kenya condemned each other.", {("TCD", "ACCUSE", "KEN")}),
        ("Kyrgyz and Tajik guards shot at each other.", {("KGZMIL", "ASSAULT", "TJKMIL")}),
        ("A deal has been reached between Chad and Kenya.", {("TCD", "SUPPORT", "KEN")}),
        ("Kenya agreed not to deport Ugandan refugees.", {("KEN", "AGREE", "UGAREF")}),
        ("Sudanese rebels and the government signed a ceasefire in Juba.", {("SDNREB", "RETREAT", "SDNGOV")}),
        ("Two officers shot a man in Nairobi.", {("KENCOP", "ASSAULT", "KENCVL")}),
    ],
)
def test_who_does_it_with_whom(tools: Tools, text: str, expected: set[Told]) -> None:
    assert pairs(tools, text) == expected


def test_a_commander_is_not_killed_by_the_army_in_which_he_serves(tools: Tools) -> None:
    text = "They remember a commander in Iran's Revolutionary Guard who was killed in a U.S. drone strike."
    assert pairs(tools, text) == {("USA", "ASSAULT", "IRNMIL")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Libyan navy fired on a boat carrying migrants.", ("LBYMIL", "ASSAULT", None)),
        ("Chad's president turned down an invitation to the summit.", ("TCDGOV", "REJECT", None)),
        ("The Iranian parliament says no to talks with Washington.", ("IRNLEG", "REJECT", "USAGOV")),
        ("A drone strike blamed on Azerbaijan killed two Armenian soldiers.", (None, "ASSAULT", "ARMMIL")),
    ],
)
def test_what_no_slot_seemed_to_hold(tools: Tools, text: str, expected: Told) -> None:
    assert expected in pairs(tools, text)


def test_a_team_is_no_she(tools: Tools) -> None:
    text = "Venezuelan lawmaker Ana Ruiz fled. Ana Ruiz's team said that she was detained in Caracas."
    assert (None, "COERCE", "VENLEG") in pairs(tools, text)
