"""Names that no table knows, by the words around them, and things of private people."""

from datetime import date

import pytest

from tests.transforms.events.actors.test_setting import code, found, last, read


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The Mexican cartel Los Tarbenos attacked a post.", "cartel", "MEXCRM"),
        ("The Chadian rebel group Front for Dawn attacked the army.", "Front", "TCDREB"),
        ("Chad fined Norwegian Fjord Airways on Monday.", "Airways", "NORBUS"),
        ("The French rights group Libre Tarben accused Chad.", "group", "FRANGO"),
    ],
)
def test_a_noun_beside_a_name_says_what_body_it_is(text, word, expected):
    assert code(text, word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rep. Omar Tarben, D-Calif., criticised the plan.", "USALEG"),
        ("Senator Omar Tarben (R-Ohio) criticised the plan.", "USALEG"),
        ("Omar Tarben of Amnesty International criticised the plan.", "NGO"),
        ("Omar Tarben, an activist from Uganda, criticised the plan.", "UGACVL"),
    ],
)
def test_what_stands_behind_a_name_says_whose_somebody_is(text, expected):
    assert code(text, "Tarben") == expected


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("President Clinton met the president.", date(1998, 3, 1), ("Bill Clinton", "USAGOV")),
        ("President Bush met nobody.", date(2003, 3, 1), ("George W. Bush", "USAGOV")),
        ("Chilean President Clinton met nobody.", date(1998, 3, 1), ("Clinton", "CHLGOV")),
    ],
)
def test_a_bare_surname_behind_an_office_is_of_who_held_it(text, day, expected):
    actor = found(text, text.split()[text.split().index("met") - 1], day)
    assert (actor.name, actor.code) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Norwegian gunmen met. The Norwegian sniper's bullet hit him.", "bullet", "NORUAF"),
        ("The Norwegian boy's parole was revoked.", "parole", "NORCVL"),
        ("The Norwegian minister's parole was revoked.", "parole", "NORGOV"),
    ],
)
def test_a_thing_of_somebody_is_his(text, word, expected):
    doc, memory = read(text)
    assert memory.owner(last(doc, word), wide=True).code == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Iran Saturday condemned the raid.", "Iran", ("Iran", "IRN")),
        ("The Cypriot government Friday condemned the raid.", "government", ("The Cypriot government", "CYPGOV")),
        ("The Swiss attorney general charged a banker.", "general", ("The Swiss attorney general", "CHEGOV")),
        ("NATO-led troops left.", "troops", ("NATO-led troops", "IGOMIL")),
        ("A Bergen-based company left.", "company", ("A Bergen-based company", "NORBUS")),
        ("Six Sudanese were arrested.", "Sudanese", ("Six Sudanese", "SDNCVL")),
        ("The raid was condemned by officials in Chad.", "officials", ("officials", "TCDGOV")),
        ("Bosnian Serb leaders left.", "leaders", ("Bosnian Serb leaders", "BIHGOV")),
    ],
)
def test_a_phrase_ends_and_belongs_as_a_reader_says(text, word, expected):
    actor = found(text, word)
    assert (actor.text, actor.code) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Speaker after speaker praised him.", "Speaker", None),
        ("The Speaker praised him.", "Speaker", "---LEG"),
        ("Many conservatives praised him.", "conservatives", None),
        ("Opponents of abortion marched.", "Opponents", "---CVL"),
        ("An Egyptian military court jailed him.", "court", "EGYJUD"),
        ("A police task force arrested him.", "force", "---COP"),
    ],
)
def test_a_word_of_two_uses(text, word, expected):
    assert code(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Thousands marched in Oslo.", "Thousands", "NORCVL"),
        ("Hundreds were arrested on Monday.", "Hundreds", "---CVL"),
        ("Police arrested hundreds of students in Oslo.", "hundreds", "NOREDU"),
        ("It cost thousands.", "thousands", None),
    ],
)
def test_a_bare_number_that_does_something_is_people(text, word, expected):
    assert code(text, word) == expected


def test_a_title_of_three_words_has_its_name():
    text = "Guerrillas threatened Minister of Defence Hazem Tarben."
    assert found(text, "Minister").text == "Minister of Defence Hazem Tarben"


def test_a_namesake_of_a_body_speaks_for_its_own_nation():
    assert code("Peru voted. Peru's Congress rejected the president's plan.", "president") != "USAGOV"
    assert code("He burned down the National Palace.", "Palace") is None
