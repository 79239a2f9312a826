"""The nation of the places around a sentence, and of the other side of an event."""

import pytest

from schemas.codes import PLOVER_TYPES
from schemas.data_files import packaged, read_rows
from schemas.records import Actor, Place
from transforms.events.actors.actors import Actors
from transforms.events.actors.national_titles import COLUMNS, load
from transforms.events.actors.one_nation import bonds, of_one_nation
from transforms.events.actors.tables import SECTORS
from transforms.events.parsing.language import load_language

ACTORS = Actors.load()
# Two nations alike, so that neither leads.
BOTH = "Norway and Chile disagreed. Peru and Kenya were silent. "


def read(text):
    doc = load_language()(text)
    return doc, ACTORS.read(doc)


def found(text, word):
    doc, memory = read(text)
    actor = memory.resolve([token for token in doc if token.text == word][-1])
    return (actor.code, actor.method) if actor else None


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("A drone killed a civilian in the Chilean town of Farel.", "civilian", "CHLCVL"),
        ("Police arrested six men in Oslo.", "Police", "NORCOP"),
        ("A judge released two men in Oslo.", "judge", "NORJUD"),
        ("Gunmen killed a woman near Nairobi.", "Gunmen", "KENUAF"),
        ("Two people died when a bridge fell in Norway's Rogaland region.", "people", "NORCVL"),
    ],
)
def test_people_and_local_offices_are_of_the_place_of_the_event(sentence, word, expected):
    assert found(BOTH + sentence, word) == (expected, "role and scene")


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Tourists were robbed in Oslo.", "Tourists"),
        ("Troops landed in Oslo.", "Troops"),
        ("Ministers met in Oslo.", "Ministers"),
        ("Two hostages were held in Oslo.", "hostages"),
        ("A man left Oslo for Lima.", "man"),
        ("Police from Oslo and from Lima searched two houses in Nairobi and Lima.", "houses"),
        ("The White House said in Oslo that investigators came.", "investigators"),
    ],
)
def test_strangers_soldiers_and_ministers_are_not_of_the_place(sentence, word):
    actor = found(BOTH + sentence, word)
    assert actor is None or actor[0] is None or actor[0].startswith("---")


def test_the_seat_of_a_union_is_in_a_country_whose_offices_are_not_meant():
    doc = load_language()("Police arrested six men in Brussels. Officials there were silent.")
    memory = ACTORS.read(doc)
    memory.settle([Place("Brussels", 28, 36, "p", "Brussels", "city", "BEL", None, 50.9, 4.4, "gazetteer")], None)
    assert memory.resolve(doc[0]).code == "BELCOP"
    assert memory.resolve(next(token for token in doc if token.text == "Officials")).code == "---GOV"


def test_the_scene_lasts_until_another_nation_is_named():
    start = BOTH + "A crowd gathered in Oslo. Shops in Oslo closed. "
    assert found(start + "It rained. Police arrested six men.", "men") == ("NORCVL", "role and earlier scene")
    assert found(start + "Chile was calm. Police arrested six men.", "men") == ("---CVL", "role")
    assert found(start + "It rained. It snowed. It thawed. Police arrested six men.", "men") == ("---CVL", "role")


def test_a_bare_government_is_of_the_last_scene_where_nothing_else_speaks():
    text = BOTH + "A crowd gathered in Oslo. Shops in Oslo closed. It rained. The cabinet resigned."
    assert found(text, "cabinet") == ("NORGOV", "role and earlier scene")


def test_the_nation_of_most_places_leads():
    text = (
        "Chilean, Kenyan, Kenyan and Chilean firms competed. A crowd gathered in Oslo. Shops in Bergen closed. "
        "A road near Oslo was empty. It rained. It snowed. It thawed. It froze. Residents left."
    )
    assert found(text, "Residents") == ("NORCVL", "role and leading scene")


def test_a_visitor_meets_officials_of_the_other_nation():
    text = "Peru and Norway were calm. Norway voted. Peru's prime minister Omar Tarben met officials, and he left Oslo."
    assert found(text, "officials")[0] == "NORGOV"


def test_the_general_is_the_soldier_named_just_before():
    text = "Chilean General Omar Tarben had blocked the reform, and they accused the General of theft."
    doc, memory = read(text)
    assert memory.resolve([token for token in doc if token.text == "General"][-1]).name == "Omar Tarben"


def test_a_victim_is_of_the_scene_whoever_owns_the_word():
    assert found("Norway voted. A man in Oslo kidnapped his first victim in Oslo.", "victim")[0] == "NORCVL"


# The other side


def beside(text, side, other, event_type, *, acts):
    doc, memory = read(text)
    one, two = (memory.resolve(next(t for t in doc if t.text == word)) for word in (side, other))
    actor = memory.beside(one, two, event_type, acts=acts)
    return actor.code, actor.method


@pytest.mark.parametrize(
    ("text", "side", "other", "event_type", "acts", "expected"),
    [
        ("Norwegian police arrested six men.", "men", "police", "COERCE", False, "NORCVL"),
        ("Norwegian police besieged a university.", "university", "police", "COERCE", False, "NOREDU"),
        ("Students clashed with Norwegian police.", "Students", "police", "PROTEST", True, "NOREDU"),
        (
            "The Norwegian government asked universities to open.",
            "universities",
            "government",
            "REQUEST",
            False,
            "NOREDU",
        ),
        ("Norway called up reservists.", "reservists", "Norway", "MOBILIZE", False, "NORMIL"),
    ],
)
def test_two_sides_of_one_nation(text, side, other, event_type, acts, expected):
    assert beside(text, side, other, event_type, acts=acts) == (expected, "role and other side")


@pytest.mark.parametrize(
    ("text", "side", "other", "event_type", "acts"),
    [
        ("The Norwegian army killed six men.", "men", "army", "ASSAULT", False),
        ("The Norwegian government urged rebels to disarm.", "rebels", "government", "REQUEST", False),
        ("Norwegian police arrested two tourists.", "tourists", "police", "COERCE", False),
        ("Norwegian police arrested six Chileans.", "Chileans", "police", "COERCE", False),
    ],
)
def test_two_sides_that_may_be_of_two_nations_stay_as_they_are(text, side, other, event_type, acts):
    doc, memory = read(text)
    one, two = (memory.resolve(next(t for t in doc if t.text == word)) for word in (side, other))
    assert memory.beside(one, two, event_type, acts=acts) == one


def test_every_bond_holds_for_its_own_codes():
    for bond in bonds():
        assert bond.types <= set(PLOVER_TYPES)
        assert bond.actor | bond.recipient <= SECTORS | {"nation"}
        for event_type in bond.types:
            assert of_one_nation(event_type, bond.actor - {"nation"}, bond.recipient)
    assert not of_one_nation("ASSAULT", ("MIL",), ("CVL",))


def test_a_named_person_keeps_an_open_nation():
    _, memory = read("Norwegian police arrested Omar Tarben, a poet.")
    poet = Actor("Omar Tarben", 26, 37, "Omar Tarben", "---CVL", None, ("CVL",), "person", "title")
    police = Actor("Norwegian police", 0, 16, None, "NORCOP", "NOR", ("COP",), "body", "role and nation")
    assert memory.beside(poet, police, "COERCE", acts=False) == poet


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The home secretary apologised.", "secretary", "GBRGOV"),
        ("Secretary of State Omar Tarben apologised.", "Tarben", "USAGOV"),
        ("Peru voted. Lima was calm. The home secretary apologised.", "secretary", "PERGOV"),
        ("The foreign secretary apologised.", "secretary", "GBRGOV"),
        ("Norway voted. Oslo was calm. The foreign secretary apologised.", "secretary", "GBRGOV"),
        ("India voted. Delhi was calm. The foreign secretary apologised.", "secretary", "INDGOV"),
    ],
)
def test_a_title_that_one_nation_has_is_its_own_where_nothing_else_speaks(text, word, expected):
    assert found(text, word)[0] == expected


def test_every_national_title_is_a_role():
    for words in load(read_rows(packaged("transforms.events", "actors", "national_titles.csv"), COLUMNS, exact=False)):
        assert any(role.words == words for role in ACTORS._tables.roles_by_last[words[-1]])


def test_officers_are_of_the_force_named_before_and_others_need_a_number():
    text = "Norway voted. Police in Norway searched a house. Officers arrested two men, and 13 others left."
    assert found(text, "Officers")[0] == "NORCOP"
    assert found(text, "others")[0] == "NORCVL"
    assert found("Chile and others left.", "others") is None
    assert found("Officers left.", "Officers") is None


def test_forces_of_several_nations_are_of_none():
    assert found("Norway voted. Norway was calm. Coalition forces left.", "forces") == ("---MIL", "role")
    assert found("Norway voted. Norway was calm. Security forces left.", "forces")[0] == "NORCOP"


def test_a_people_without_a_nation_is_not_of_the_place():
    assert found(BOTH + "In Oslo, police arrested Shona rebels.", "rebels")[0] == "---REB"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("They condemned a terrorist attack in Norway.", "terrorist", None),
        ("Norwegian intelligence warned of attacks.", "intelligence", "NORSPY"),
        ("Chile sent military intelligence.", "intelligence", None),
        ("The Chilean Alba (Dawn) opposition coalition agreed to wait.", "coalition", "CHLOPP"),
        ("The counter-NATO coalition left.", "coalition", None),
    ],
)
def test_words_that_only_look_like_actors_and_asides_that_do_not_cut_them(text, word, expected):
    actor = found(text, word)
    assert (actor[0] if actor else None) == expected


def test_what_a_list_s_first_noun_belongs_to_owns_the_rest():
    assert found("They attacked Trump's wife, children and businesses.", "businesses")[0] == "USABUS"


def test_partners_of_a_nation_have_no_nation():
    doc, memory = read("Norway asked its partners for ships.")
    partners = memory.owner(next(token for token in doc if token.text == "partners"), wide=True)
    assert (partners.text, partners.code) == ("its partners", None)
    doc, memory = read("Norway asked its NATO partners for ships.")
    assert memory.owner(next(token for token in doc if token.text == "partners"), wide=True).code == "IGO"


def test_where_somebody_goes_is_not_where_it_happens():
    text = "Gunmen attacked two villages in Cameroon. They took ten people into their stronghold in Nigeria."
    assert found(text, "people")[0] == "---CVL"
