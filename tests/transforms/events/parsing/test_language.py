"""The language pipeline on sentences of our own: boundaries, lemmas, heads, names, odd input."""

from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span

from schemas.data_files import packaged, read_rows
from transforms.events.parsing.boundaries import WORD_COLUMNS
from transforms.events.parsing.entities import clean_entities
from transforms.events.parsing.language import PIECE_LENGTH, LanguageModelError, cut, load_language, parse, parse_all
from transforms.events.parsing.lemmas import (
    ENDING_COLUMNS,
    IRREGULAR_COLUMNS,
    PRESENT_COLUMNS,
    irregular_forms,
    verb_lemma,
)
from transforms.events.parsing.name_parts import PART_COLUMNS


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_language()


def sentences(doc: Doc) -> list[str]:
    return [span.text.strip() for span in doc.sents if span.text.strip()]


def labelled(doc: Doc) -> set[tuple[str, str]]:
    return {(span.text, span.label_) for span in doc.ents}


def test_loaded_once(nlp: Language) -> None:
    assert load_language() is nlp


def test_folder_without_a_pipeline_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LanguageModelError, match="not a spaCy pipeline"):
        load_language(tmp_path)


def test_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(LanguageModelError, match="lacks parser, ner"):
        load_language(tmp_path)


def test_pipeline_with_other_labels_is_refused(tmp_path: Path) -> None:
    other = spacy.blank("en")
    for name in ("parser", "ner"):
        other.add_pipe(name)
    words = ["Rebels", "left"]
    example = spacy.training.Example.from_dict(
        Doc(other.vocab, words=words), {"heads": [1, 1], "deps": ["agent", "ROOT"], "entities": ["O", "O"]}
    )
    other.initialize(lambda: [example])
    other.to_disk(tmp_path)
    with pytest.raises(LanguageModelError, match="lacks the labels nsubj, obj, obl"):
        load_language(tmp_path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels seized the port. The army withdrew.", ["Rebels seized the port.", "The army withdrew."]),
        ("Storm closes schools\nClasses resume on Monday.", ["Storm closes schools", "Classes resume on Monday."]),
        ("“We will stay.” The mayor smiled.", ["“We will stay.”", "The mayor smiled."]),
        ('"We will stay." The mayor smiled.', ['"We will stay."', "The mayor smiled."]),
        ("The vote\nwas held.\r\n\r\nNobody came.", ["The vote", "was held.", "Nobody came."]),
        ("LAGOS (NWS) – Police arrested a mayor.", ["LAGOS (NWS) –", "Police arrested a mayor."]),
        ("Gen. Abeni met Dr. Okoro on Jan. 3 in the U.S. embassy.", None),
        ("\n\nThe vote was held.", ["The vote was held."]),
        ("Sultan Abdul-El-Karim today rejected a fresh offer from Kenya.", None),
        ("Mali today threatened to close the border.", None),
        ("Having met Mali, Interior Minister Oluwaseun Adeyemi-Balogun blockaded Togo.", None),
        ("Togo, which President Faure Essozimna Gnassingbe visited on Monday, gave no reply.", None),
    ],
)
def test_sentences(nlp: Language, text: str, expected: list[str] | None) -> None:
    assert sentences(parse(nlp, text)) == (expected or [text])


@pytest.mark.parametrize(
    ("dateline", "text"),
    [
        ("KABUL, Afghanistan (AP) —", "A bomb killed two."),
        ("Port-au-Prince (AFP) –", "Gangs attacked a prison."),
        ("BEIRUT/JERUSALEM, Oct 2 (Reuters) -", "The army shelled a village."),
        ("LONDON, Nov 22, 2026 (AFP) --", "Ministers met."),
        ("TOKYO, Nov. 22, 2026 –", "Ministers met."),
        ("LISBON, 22 November –", "Ministers met."),
        ("MOSCOW, March 3. /TASS/.", "The army withdrew."),
        ("New Delhi, May 4 (IANS)", "Farmers blocked a road."),
        ("OSLO/LIMA (Wire News - 11th June, 2020)", "Ministers met."),
        ("(Reuters) -", "Oil prices fell on Monday."),
        ("Beirut, Lebanon –", "Hundreds marched."),
        ("Kampala, Uganda |", "Police arrested an activist."),
        ("WASHINGTON, D.C. –", "The court ruled."),
        ("NABLUS, West Bank:", "Four farmers and a guard were hurt."),
    ],
)
def test_a_dateline_is_a_sentence_of_its_own(nlp: Language, dateline: str, text: str) -> None:
    assert sentences(parse(nlp, f"{dateline} {text}")) == [dateline, text]


def test_a_dash_after_a_name_is_no_dateline(nlp: Language) -> None:
    text = "Paris, Texas – a town of 20,000 people – lost power."
    assert sentences(parse(nlp, text)) == [text]


@pytest.mark.parametrize(
    "expected",
    [
        ["The No. 2 official, Gen. John K. Doe, quit.", "He is 60."],
        ["Sen. Ray met Msgr. Ortiz, Supt. Kay and Fr. Joe on Feb. 3.", "They prayed."],
        ["He was born in the U.S.", "The army drafted him."],
        ["They met at 5 p.m.", "The talks failed."],
        ["The minister said, “It is over.”", "(He later denied it.)", "Nobody replied."],
        ["The deal (signed in May) failed.", "It was void."],
        ["He won by two votes (out of 90).", "She lost."],
        ["The mayor asked: “Who is it?”", "Nobody answered."],
    ],
)
def test_marks_and_abbreviations(nlp: Language, expected: list[str]) -> None:
    assert sentences(parse(nlp, " ".join(expected))) == expected


def test_every_sentence_word_has_a_role() -> None:
    rows = read_rows(packaged("transforms.events", "sentence_words.csv"), WORD_COLUMNS)
    assert len({row["word"] for row in rows}) == len(rows)
    for row in rows:
        assert row["role"] in {"title", "number", "opening"}, row.where
        assert (row["role"] == "opening") != row["word"].endswith("."), row.where
        assert row["word"][0].isupper(), row.where


@pytest.mark.parametrize(
    ("text", "predicate", "relation", "argument"),
    [
        ("Soldiers attacked a village.", "attack", "nsubj", "Soldiers"),
        ("Soldiers attacked a village.", "attack", "obj", "village"),
        ("The minister was accused by prosecutors.", "accuse", "nsubj:pass", "minister"),
        ("The minister was accused by prosecutors.", "accuse", "obl:agent", "prosecutors"),
        ("Officials denied that the ship had entered the bay.", "enter", "nsubj", "ship"),
        ("The minister voiced support for the strike on Monday.", "voice", "obj", "support"),
        ("The military occupied the airport.", "occupy", "obj", "airport"),
        ("Police said that two men were arrested.", "arrest", "nsubj:pass", "men"),
    ],
)
def test_heads(nlp: Language, text: str, predicate: str, relation: str, argument: str) -> None:
    found = [(token.head.lemma_, token.text) for token in parse(nlp, text) if token.dep_ == relation]
    assert (predicate, argument) in found


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("voiced", "VBD", "voice"),
        ("planned", "VBN", "plan"),
        ("Visited", "VBD", "visit"),
        ("denies", "VBZ", "deny"),
        ("clashes", "VBZ", "clash"),
        ("seizes", "VBZ", "seize"),
        ("fled", "VBD", "flee"),
        ("left", "VBN", "leave"),
        ("saw", "VBD", "see"),
        ("saw", "VB", "saw"),
        ("lying", "VBG", "lie"),
        ("agreeing", "VBG", "agree"),
        ("agreed", "VBD", "agree"),
        ("controlled", "VBD", "control"),
        ("killed", "VBN", "kill"),
        ("re-elected", "VBN", "re-elect"),
        ("overthrown", "VBN", "overthrow"),
    ],
)
def test_verb_lemmas_by_rule(form: str, tag: str, lemma: str) -> None:
    known = frozenset({"voice", "plan", "visit", "deny", "clash", "seize", "lie", "agree", "control", "kill", "elect"})
    assert verb_lemma(form, tag, form.lower(), known) == lemma


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("has", "VBZ", "have"),
        ("Is", "VBZ", "be"),
        ("are", "VBP", "be"),
        ("’ve", "VBP", "have"),
        ("abducted", "VBD", "abduct"),
        ("recaptured", "VBN", "recapture"),
        ("summoned", "VBN", "summon"),
        ("manned", "VBD", "man"),
        ("boycotted", "VBD", "boycott"),
        ("patrolling", "VBG", "patrol"),
        ("stalled", "VBN", "stall"),
        ("mimicking", "VBG", "mimic"),
        ("freed", "VBD", "free"),
        ("freeing", "VBG", "free"),
        ("emptying", "VBG", "empty"),
        ("besieging", "VBG", "besiege"),
        ("vetoes", "VBZ", "veto"),
        ("incenses", "VBZ", "incense"),
        ("buzzes", "VBZ", "buzz"),
        ("re-escalated", "VBD", "re-escalate"),
    ],
)
def test_verbs_on_no_list_follow_their_ending(form: str, tag: str, lemma: str) -> None:
    assert verb_lemma(form, tag, "nothing", frozenset({"boycott"})) == lemma


def test_the_guess_counts_where_no_rule_applies() -> None:
    assert verb_lemma("gotcha", "VBD", "get", frozenset()) == "get"


def test_every_ending_yields_its_example() -> None:
    for row in read_rows(packaged("transforms.events", "verb_endings.csv"), ENDING_COLUMNS):
        lemma = row["example"]
        assert row["length"] in {"", "long"}, row.where
        assert row["adds"] in {"", "e"}, row.where
        assert lemma.endswith(row["adds"]), row.where
        participle = (lemma.removesuffix("e") if row["adds"] and row["ending"] != "e" else lemma) + "ing"
        assert verb_lemma(participle, "VBG", "", frozenset()) == lemma, row.where


def test_every_irregular_present_has_its_lemma() -> None:
    for row in read_rows(packaged("transforms.events", "irregular_presents.csv"), PRESENT_COLUMNS):
        assert verb_lemma(row["form"], "VBZ", "", frozenset()) == row["lemma"] in {"be", "have"}, row.where


def test_every_irregular_form_leads_to_a_lemma_of_the_table() -> None:
    rows = read_rows(packaged("transforms.events", "irregular_verbs.csv"), IRREGULAR_COLUMNS)
    assert len({row["lemma"] for row in rows}) == len(rows)
    for row in rows:
        for form in (*row["past"].split("/"), *row["participle"].split("/")):
            assert form.isalpha()
            assert irregular_forms()[form] in {row["lemma"], "lie", "find", "fall", "saw", "see", "wind"}


def test_lemmas_in_a_sentence(nlp: Language) -> None:
    doc = parse(nlp, "Rebels seized the port, and ministers were accused and planned raids.")
    assert [token.lemma_ for token in doc if token.pos_ == "VERB"] == ["seize", "accuse", "plan"]
    assert [token.lemma_ for token in doc if token.pos_ == "NOUN"] == ["rebel", "port", "minister", "raid"]


def entity_doc(nlp: Language, words: list[str], start: int, end: int) -> Doc:
    doc = Doc(nlp.vocab, words=words)
    doc.ents = (Span(doc, start, end, label="ORG"),)
    return clean_entities(doc)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["Northern", "Alliance", '"'], ["Northern Alliance"]),
        (["“", "Alliance", "”", "'s"], ["Alliance"]),
        (["the", "Harbour", "Board", "’s"], ["Harbour Board"]),
        (["Harbour", "Board", "(", "HB"], ["Harbour Board"]),
        (["(", "HB", ")"], ["HB"]),
        (["Harbour", "Board", "\n", "Oslo"], ["Harbour Board", "Oslo"]),
        (["government"], []),
        (["—", '"'], []),
        (["Yahoo", "!"], ["Yahoo !"]),
        (["卫生部"], ["卫生部"]),
    ],
)
def test_entities_are_cleaned(nlp: Language, words: list[str], expected: list[str]) -> None:
    assert [span.text for span in entity_doc(nlp, words, 0, len(words)).ents] == expected


@pytest.mark.parametrize(
    ("words", "people", "expected"),
    [
        ("Ursula von der Leyen spoke", [(0, 1), (3, 4)], ["Ursula von der Leyen"]),
        ("Abdel Fattah al - Burhan spoke", [(0, 2)], ["Abdel Fattah al - Burhan"]),
        ("met Mohamed bin Zayed Al Nahyan today", [(2, 6)], ["Mohamed bin Zayed Al Nahyan"]),
        ("met Mohamed bin Zayed today", [(3, 4)], ["Mohamed bin Zayed"]),
        ("the Ek - Lund talks", [(1, 2), (3, 4)], ["Ek", "Lund"]),
        ("Governor Al Ek spoke", [(1, 3)], ["Al Ek"]),
        ("Ada van der spoke", [(0, 1)], ["Ada"]),
        ("Jean - Marie Le Pen spoke", [(0, 3)], ["Jean - Marie Le Pen"]),
        ("Martin Luther King Jr. spoke", [(0, 3)], ["Martin Luther King Jr."]),
        ("Pope Leo XIV spoke", [(1, 2)], ["Leo XIV"]),
        ("Ms. Aung San Suu Kyi spoke", [(0, 5)], ["Aung San Suu Kyi"]),
        ("Ada Lund 's aide Jo Ek spoke", [(0, 3), (4, 6)], ["Ada Lund", "Jo Ek"]),
        ("Ada Lund , Jo Ek spoke", [(0, 2), (3, 5)], ["Ada Lund", "Jo Ek"]),
        ("Ada Lund de facto leads", [(0, 2)], ["Ada Lund"]),
    ],
)
def test_names_of_people_are_whole(
    nlp: Language, words: str, people: list[tuple[int, int]], expected: list[str]
) -> None:
    forms = words.split()
    doc = Doc(nlp.vocab, words=forms, tags=["NNP" if form[0].isupper() else "NN" for form in forms])
    doc.ents = tuple(Span(doc, start, end, label="PERSON") for start, end in people)
    assert [span.text for span in clean_entities(doc).ents] == expected


def test_names_of_other_kinds_are_not_swallowed(nlp: Language) -> None:
    words = ["Ahmed", "al", "-", "Jazeera", "reporter"]
    doc = Doc(nlp.vocab, words=words, tags=["NNP", "NNP", "HYPH", "NNP", "NN"])
    doc.ents = (Span(doc, 0, 1, label="PERSON"), Span(doc, 1, 4, label="ORG"))
    assert labelled(clean_entities(doc)) == {("Ahmed", "PERSON"), ("al - Jazeera", "ORG")}


def test_every_name_part_has_a_role() -> None:
    rows = read_rows(packaged("transforms.events", "name_parts.csv"), PART_COLUMNS)
    assert len({row["word"] for row in rows}) == len(rows)
    for row in rows:
        assert row["role"] in {"particle", "suffix", "title"}, row.where
        assert row["word"] == row["word"].lower(), row.where


def test_names(nlp: Language) -> None:
    found = labelled(parse(nlp, "The European Union and NATO sent envoys to Oslo, where Ada Lund met them."))
    assert {("European Union", "ORG"), ("NATO", "ORG"), ("Oslo", "LOC"), ("Ada Lund", "PERSON")} <= found


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "The \x00\x01 minister\x02 left.",
        "Minister 😀👨‍👩‍👧 leaves 🇳🇴 today 😀",
        "x" * 5000 + " left Oslo.",
        "Министр ушёл. 部长离开了。 غادر الوزير",
        "One\u2028Two\ufeff\u200bThree",
        "((((" * 50 + "\"'\"'" * 50,
    ],
)
def test_odd_text_is_kept_whole(nlp: Language, text: str) -> None:
    assert parse(nlp, text).text == text


def test_analysis_does_not_depend_on_neighbours(nlp: Language) -> None:
    texts = ["Rebels left.", "", "Police arrested two men in Oslo.\nA court freed them.", "The mayor resigned. " * 40]
    alone = [parse(nlp, text).to_json() for text in texts]
    assert [doc.to_json() for doc in parse_all(nlp, texts)] == alone
    assert [doc.to_json() for doc in parse_all(nlp, reversed(texts))] == alone[::-1]


def test_long_texts_are_read_in_pieces(nlp: Language) -> None:
    paragraph = "The council met in the old harbour hall. Nobody spoke for long.\n"
    text = paragraph * (2 * PIECE_LENGTH // len(paragraph) + 1)
    doc = parse(nlp, text)
    assert doc.text == text
    assert sentences(doc)[-2:] == ["The council met in the old harbour hall.", "Nobody spoke for long."]
    assert len(sentences(doc)) == 2 * text.count("\n")


@given(st.text(alphabet="ab. \n", max_size=200), st.integers(min_value=3, max_value=50))
def test_pieces_are_short_and_join_to_the_text(text: str, length: int) -> None:
    pieces = cut(text, length)
    assert "".join(pieces) == text
    assert all(len(piece) <= length for piece in pieces)
