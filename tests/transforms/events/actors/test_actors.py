"""Actors: every row of the tables, and sentences written for these tests with the actors that a reader would name."""

import csv
import itertools
from collections import Counter
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from schemas import tables
from schemas.codes import reference_rows
from schemas.data_files import DataFileError, packaged, read_rows
from transforms.events.actors import tables as actor_tables
from transforms.events.actors.actors import Actors
from transforms.events.actors.names import reading
from transforms.events.actors.tables import ACTOR_FILES, INTERNATIONAL, NATION_KINDS, SECTORS, load_tables, pieces
from transforms.events.parsing.language import load_language

DATA = Path(actor_tables.__file__).parents[1] / "data" / "actors"
FILES = sorted(DATA.glob("*.csv"))
ACTORS = Actors.load()
TABLES = load_tables()


def rows(name):
    with (DATA / f"{name}.csv").open(encoding="utf8", newline="") as lines:
        return list(csv.DictReader(lines))


class Reader:
    """One article: `article["word"]` is the actor whose phrase has the last such word as its head."""

    def __init__(self, text, published=None):
        self.doc = load_language()(text)
        self.memory = ACTORS.read(self.doc, published)

    def token(self, word):
        return [token for token in self.doc if token.text == word][-1]

    def __getitem__(self, word):
        return self.memory.resolve(self.token(word))

    def code(self, word):
        actor = self[word]
        return actor.code if actor else None


# The tables


def test_countries_are_those_of_iso_3166_with_kosovo():
    countries = reference_rows("countries")
    assert len(countries) == 250
    assert all(len(row["country"]) == 3 and len(row["alpha2"]) == 2 for row in countries)
    assert len({row["country"] for row in countries}) == 250
    assert max(Counter(row["alpha2"] for row in countries).values()) == 1
    assert {
        "country": "NOR",
        "alpha2": "NO",
        "name": "Norway",
        "capital": "Oslo",
        "adjective": "Norwegian",
    } in countries


def test_reference_rows_fit_their_tables():
    tables.Actors.validate(pl.DataFrame(ACTORS.actor_rows(), schema=tables.Actors.to_polars_schema()))
    tables.Countries.validate(pl.DataFrame(reference_rows("countries"), schema=tables.Countries.to_polars_schema()))
    assert len(ACTORS.actor_rows()) >= 2000


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_row_is_whole(path):
    with path.open(encoding="utf8", newline="") as lines:
        reader = csv.DictReader(lines)
        found = list(reader)
    assert found
    assert len(found) == len({tuple(row.values()) for row in found})
    for row in found:
        assert None not in row and None not in row.values(), row
        assert all(value == value.strip() for value in row.values()), row


def test_every_known_name_is_coded_and_found_again():
    codes = {row["country"] for row in reference_rows("countries")} | INTERNATIONAL | {""}
    for known in TABLES.known:
        assert known.country in codes, known
        assert set(known.sectors) <= SECTORS and len(set(known.sectors)) == len(known.sectors), known
        assert known.valid_from is None or known.valid_to is None or known.valid_from <= known.valid_to, known
        assert known.aliases and all(pieces(alias) for alias in known.aliases), known
        if known.kind not in NATION_KINDS:
            day = known.valid_from or known.valid_to or date(2015, 6, 1)
            found = [row for alias, row in choices(known.aliases[0])]
            assert reading(found[0], day).code == known.code, known


def test_no_two_actors_share_a_name_at_one_time():
    held = {}
    for known in TABLES.known:
        if known.kind not in NATION_KINDS:
            for alias in known.aliases:
                held.setdefault(pieces(alias), set()).add(known)
    for alias, bearers in held.items():
        for one, other in itertools.combinations(bearers, 2):
            starts = max(one.valid_from or date.min, other.valid_from or date.min)
            ends = min(one.valid_to or date.max, other.valid_to or date.max)
            assert starts > ends or (one.name, one.code) == (other.name, other.code), alias


def choices(alias):
    spelt = pieces(alias)
    return [choice for choice in TABLES.names[spelt[0]] if choice[0] == spelt]


def test_every_role_has_sectors_or_is_a_frame():
    for row in rows("roles"):
        assert row["term"] == row["term"].lower()
        assert row["sectors"] or row["weight"] == "weak"
    assert max(Counter(row["term"] for row in rows("roles")).values()) == 1


def test_disputed_territories_count_under_the_claiming_state():
    claimed = {row["term"]: (row["country"], row["sectors"]) for row in rows("nations")}
    assert claimed["Abkhazia"] == claimed["South Ossetia"] == ("GEO", "PRE")
    assert claimed["Donetsk"] == claimed["Luhansk"] == ("UKR", "PRE")
    assert claimed["Nagorno-Karabakh"] == ("AZE", "PRE")
    assert claimed["Northern Cyprus"] == ("CYP", "PRE")
    assert claimed["Transnistria"] == ("MDA", "PRE")
    assert claimed["Somaliland"] == ("SOM", "PRE")
    assert claimed["Western Sahara"] == ("MAR", "PRE")


# Overlays

ACTOR_HEADER = "name,kind,country,sectors,office,aliases,nouns,valid_from,valid_to\n"


def overlay(tmp_path, text):
    path = tmp_path / "mine.csv"
    path.write_text(text, encoding="utf8")
    return Actors.load([path])


def test_an_overlay_adds_and_outranks(tmp_path):
    mine = overlay(tmp_path, ACTOR_HEADER + "Harbour Guard,armed group,NOR,REB,,HG|NATO,,,\n")
    doc = load_language()("The Harbour Guard attacked NATO in Oslo.")
    memory = mine.read(doc)
    assert memory.resolve(doc[2]).code == "NORREB"
    assert memory.resolve(doc[4]).name == "Harbour Guard"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,country\nX,NOR\n", "mine.csv:1: the columns are none of the actor tables'"),
        (ACTOR_HEADER + ",person,NOR,GOV,,,,,\n", "mine.csv:2: name is empty; fill it in"),
        (ACTOR_HEADER + "X,person,NOX,GOV,,,,,\n", "mine.csv:2: country 'NOX' is no ISO 3166-1"),
        (ACTOR_HEADER + "X,person,NOR,GOVX,,,,,\n", "mine.csv:2: unknown sector GOVX; use PLOVER's"),
        (ACTOR_HEADER + "X,wizard,NOR,GOV,,,,,\n", "mine.csv:2: kind 'wizard' is none of"),
        (ACTOR_HEADER + "X,person,NOR,GOV,,,,1.1.2020,\n", "valid_from '1.1.2020' is no date; write it as 2021-03-31"),
        (ACTOR_HEADER + "X,person,NOR,GOV,,,,2021-01-01,2020-01-01\n", "valid_from lies after valid_to"),
        (ACTOR_HEADER + "X,person\n", "mine.csv:2: the number of cells differs"),
        (ACTOR_HEADER + "X Y,person,NOR,GOV,,,,,\nZ,person,SWE,GOV,,X Y,,,\n", "'X Y' names X Y .* at the same time"),
    ],
)
def test_a_wrong_overlay_says_what_to_do(tmp_path, text, message):
    with pytest.raises(DataFileError, match=message):
        overlay(tmp_path, text)


# Noun phrases


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Norway signed the accord.", "Norway", "NOR"),
        ("The Norwegian government signed the accord.", "government", "NORGOV"),
        ("Finnish soldiers crossed the border.", "soldiers", "FINMIL"),
        ("Danish police arrested two men.", "police", "DNKCOP"),
        ("The minister met Iraqi Kurds.", "Kurds", "IRQCVL"),
        ("Bosnian Serbs rejected the plan.", "Serbs", "BIHCVL"),
        ("The army fired on Palestinians.", "Palestinians", "PSECVL"),
        ("Rebels in Chad seized the town.", "Rebels", "TCDREB"),
        ("The president of Peru resigned.", "president", "PERGOV"),
        ("The interior ministry of Kenya closed the camp.", "ministry", "KENGOV"),
        ("Taiwan's parliament passed the law.", "parliament", "TWNLEG"),
        ("NATO condemned the attack.", "NATO", "IGO"),
        ("The UN Security Council condemned the attack.", "Council", "IGOUNOGOV"),
        ("UN peacekeepers left the town.", "peacekeepers", "IGOUNOMIL"),
        ("European Commission officials visited the port.", "officials", "IGOEURGOV"),
        ("Hezbollah fighters attacked the post.", "fighters", "LBNREB"),
        ("Gunmen attacked the post.", "Gunmen", "---UAF"),
        ("Soldiers shot at protesters.", "protesters", "---CVL"),
        ("Human rights groups criticised the law.", "groups", "NGO"),
        ("Opposition leaders in Togo called for a strike.", "leaders", "TGOOPP"),
        ("Kyiv rejected the offer.", "Kyiv", "UKRGOV"),
        ("The minister accused Tehran of lying.", "Tehran", "IRN"),
        ("The leaders of Abkhazia rejected the offer.", "leaders", "GEOPREGOV"),
        ("Peru's Congress impeached the president.", "Congress", "PERLEG"),
        ("Congress approved the sale.", "Congress", "USALEG"),
        ("The White House rejected the claim.", "House", "USAGOV"),
        ("Dozens of Somali refugees left the camp.", "Dozens", "SOMREF"),
        ("An Iranian-backed militia attacked the base.", "militia", "---REB"),
    ],
)
def test_codes_of_noun_phrases(text, word, code):
    assert Reader(text).code(word) == code


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The talks were held in Kyiv.", "Kyiv"),
        ("The ship sailed near Norway.", "Norway"),
        ("The council adopted the resolution.", "resolution"),
        ("The council met on Tuesday.", "Tuesday"),
        ("Prices rose sharply.", "Prices"),
        ("The Geneva Convention forbids it.", "Convention"),
    ],
)
def test_places_things_and_times_are_no_actors(text, word):
    assert Reader(text)[word] is None


def test_a_visited_place_is_an_actor_only_when_asked_for():
    article = Reader("The minister arrived in Amman.")
    amman = article.token("Amman")
    assert article.memory.resolve(amman) is None
    assert article.memory.resolve(amman, as_place=True).code == "JOR"


def test_a_thing_belongs_to_its_owner():
    article = Reader("The senator condemned Iran's proposal.")
    owner = article.memory.owner(article.token("proposal"))
    assert (owner.text, owner.code, owner.kind) == ("Iran's proposal", "IRN", "thing")
    assert article["proposal"] is None


def test_the_text_keeps_titles_and_of_but_no_relative_clause():
    article = Reader("The foreign minister of Chile, who had been ill, met tired workers who wanted more pay.")
    assert article["minister"].text == "The foreign minister of Chile"
    assert article["workers"].text == "tired workers"
    text = article.doc.text
    assert all(text[actor.start : actor.end] == actor.text for actor in (article["minister"], article["workers"]))


def test_an_unknown_organisation_keeps_its_text_and_stays_uncoded():
    actor = Reader("Sylvia Kranz said that the report was wrong.")["Kranz"]
    assert (actor.text, actor.name, actor.code, actor.country, actor.sectors) == (
        "Sylvia Kranz",
        "Sylvia Kranz",
        None,
        None,
        (),
    )


# People


def test_title_and_nationality_make_a_person():
    actor = Reader("Latvian President Janis Ozolins met the envoy.")["Ozolins"]
    assert (actor.text, actor.name, actor.code) == ("Latvian President Janis Ozolins", "Janis Ozolins", "LVAGOV")


def test_a_nation_before_a_name_stands_beside_the_title_behind_it():
    article = Reader("Australian Tim Weston, a professor at the American University, was freed.")
    assert article.code("Weston") == "AUSEDU"


def test_a_surname_that_is_a_title_too_is_the_person_named_before():
    article = Reader("American Kevin King, a professor in Kabul, was freed. King was abducted last year.")
    assert article["King"].name == "Kevin King"


def test_a_long_title_stays_whole_before_its_name():
    article = Reader("U.S. Secretary of State Madeleine Albright paid tribute to the victims.")
    assert article["Albright"].text == "U.S. Secretary of State Madeleine Albright"


def test_a_surname_stands_for_the_person_named_before():
    article = Reader("Latvian President Janis Ozolins met the envoy. Later Ozolins left for Rome.")
    assert (article["Ozolins"].text, article["Ozolins"].name, article.code("Ozolins")) == (
        "Ozolins",
        "Janis Ozolins",
        "LVAGOV",
    )


def test_two_people_of_one_surname_leave_it_open():
    article = Reader("Latvian President Janis Ozolins met the singer Peteris Ozolins. Then Ozolins left.")
    assert article.code("Ozolins") is None


def test_what_two_people_of_one_surname_share_is_told():
    article = Reader("Bill Clinton met Hillary Clinton. Later Clinton left.")
    assert (article["Clinton"].name, article.code("Clinton")) == ("Clinton", "USAGOV")


def test_an_apposition_names_the_holder():
    article = Reader("The talks were led by the president of the European Council, Peter Lindqvist, in Oslo.")
    assert (article["president"].name, article.code("president")) == ("Peter Lindqvist", "IGOEURGOV")
    assert article.code("Lindqvist") == "IGOEURGOV"


def test_who_leads_a_parliament_is_of_its_nation():
    article = Reader("The speaker of the Peruvian Congress met the president of the Turkish parliament.")
    assert (article.code("speaker"), article.code("president")) == ("PERLEG", "TURLEG")
    assert Reader("Police seized a speaker and a phone.").code("speaker") is None


def test_a_former_office_is_no_office():
    assert Reader("Former Latvian president Janis Ozolins criticised the law.").code("Ozolins") == "LVAELI"


@pytest.mark.parametrize(
    ("published", "code"),
    [(date(2012, 5, 1), "USAGOV"), (date(2019, 5, 1), "USAELI"), (date(1999, 5, 1), "USA"), (None, "USAGOV")],
)
def test_the_articles_date_decides_the_office(published, code):
    assert Reader("Barack Obama criticised the law.", published).code("Obama") == code


def test_offices_that_disagree_stay_open_without_a_date():
    text = "Jens Stoltenberg criticised the law."
    assert Reader(text, date(2010, 1, 1)).code("Stoltenberg") == "NORGOV"
    assert Reader(text, date(2020, 12, 2)).code("Stoltenberg") == "IGOGOV"
    assert Reader(text).code("Stoltenberg") is None


# Memory


def test_the_alliance_is_the_one_named_before():
    article = Reader("NATO met in Oslo. Russia threatened the alliance.")
    assert (article["alliance"].text, article["alliance"].name, article.code("alliance")) == (
        "the alliance",
        "NATO",
        "IGO",
    )


def test_the_ministry_is_the_one_named_before():
    article = Reader("The Iraqi interior ministry closed the road. Later the ministry denied the report.")
    assert article.code("ministry") == "IRQGOV"


def test_of_two_ministries_neither_is_the_ministry():
    article = Reader("The Iraqi ministry and the Iranian ministry spoke. France criticised the ministry.")
    assert article.code("ministry") == "---GOV"


def test_he_is_the_only_person_in_the_sentence_before():
    article = Reader("Latvian President Janis Ozolins met reporters. He criticised the law.")
    assert (article["He"].text, article["He"].name, article["He"].method) == ("He", "Janis Ozolins", "pronoun")


def test_what_is_blown_up_is_a_thing_and_no_government():
    told = "The Latvian government closed a bridge. Later rebels "
    assert Reader(told + "blew it up.")["it"] is None
    assert Reader(told + "praised it.").code("it") == "LVAGOV"


def test_he_is_nobody_where_two_could_be_meant():
    article = Reader("President Janis Ozolins spoke and Mayor Peter Smith listened. He criticised the law.")
    assert article["He"] is None


def test_its_troops_are_those_of_the_country_before():
    article = Reader("Norway said that its troops had left.")
    assert article.code("troops") == "NORMIL"


def test_an_office_acts_not_for_the_country_it_acts_on():
    assert Reader("The foreign minister criticised Norway.").code("minister") == "---GOV"


def test_an_office_without_a_nation_is_of_the_articles_one_country():
    article = Reader("Prices fell in Norway. The foreign minister resigned.")
    assert (article.code("minister"), article["minister"].method) == ("NORGOV", "role and setting")


def test_people_of_a_nation_do_not_lend_it_to_an_office():
    assert Reader("Norwegian tourists fled. The foreign minister resigned.").code("minister") == "---GOV"


@pytest.mark.parametrize("name", ["nations", *ACTOR_FILES])
def test_every_fact_names_its_source(name: str) -> None:
    file = packaged("transforms.events", "actors", f"{name}.csv")
    assert all(row["source"] for row in read_rows(file, ("source",), exact=False))
