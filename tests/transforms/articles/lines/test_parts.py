from transforms.articles.lines.lines import Line, text_lines
from transforms.articles.lines.parts import Parts, read_parts, words

PROSE = [
    "The harbour was closed on Monday after a storm broke two of its cranes, the port authority said.",
    "Ships waited outside for the whole day, and three ferries to the islands were cancelled.",
    "The cranes were built in 1987 and had been inspected in spring.",
]
OPENING = "OSLO (NTB) – Two cranes broke in a storm on Monday, the port authority said."


def parts(text: str, title: str | None = None) -> Parts:
    return read_parts(text_lines(text), title)


def test_a_headline_above_prose_is_the_title() -> None:
    found = parts("\n".join(["Storm closes the harbour", "", *PROSE]))
    assert (found.title, found.standfirst) == ("Storm closes the harbour", None)
    assert found.text == "\n".join(PROSE)


def test_a_document_of_one_line_is_body_and_not_title() -> None:
    assert (parts("Storm closes the harbour").title, parts("Storm closes the harbour").text) == (
        None,
        "Storm closes the harbour",
    )


def test_prose_in_the_first_line_is_no_title() -> None:
    assert parts("\n".join(PROSE)).title is None


def test_a_line_above_a_dateline_is_the_standfirst_and_the_dateline_stays_in_the_text() -> None:
    found = parts("\n".join(["Ferries stay in port, says harbour master.", OPENING, PROSE[1]]))
    assert (found.title, found.standfirst) == (None, "Ferries stay in port, says harbour master.")
    assert found.text == f"{OPENING}\n{PROSE[1]}"
    assert found.dateline is not None
    assert (found.dateline.place, found.dateline.agency) == ("Oslo", "NTB")


def test_title_standfirst_byline_and_date_above_the_body() -> None:
    text = "\n".join(["Storm closes harbour", "By Ada Lindqvist", "3 March 2026", "Ferries stay in port.", OPENING])
    found = parts(text)
    assert (found.title, found.standfirst, found.text) == ("Storm closes harbour", "Ferries stay in port.", OPENING)
    assert (found.bylines, found.dates) == (("By Ada Lindqvist",), ("3 March 2026",))


def test_credits_below_the_body_are_no_text() -> None:
    found = parts("\n".join(["Storm closes the harbour", "", *PROSE, "Ada Lindqvist", "Oslo", "02.12.2020 08:37"]))
    assert found.text == "\n".join(PROSE)
    assert (found.bylines, found.places, found.dates) == (("Ada Lindqvist",), ("Oslo",), ("02.12.2020 08:37",))


def test_a_known_title_is_not_printed_again_and_no_other_is_guessed() -> None:
    found = parts("\n".join(["STORM CLOSES THE HARBOUR", *PROSE]), "Storm closes the harbour")
    assert (found.title, found.text) == ("Storm closes the harbour", "\n".join(PROSE))
    other = parts("\n".join(["Ferries stay in port", *PROSE]), "Storm closes the harbour")
    assert other.body[0].text == "Ferries stay in port"


def test_subheads_lose_their_mark_and_are_listed() -> None:
    found = parts(
        "\n".join([PROSE[0], "– Ferries stay in port", PROSE[1], "## Old cranes", PROSE[2], "– And that was it."])
    )
    assert found.subheads == ("Ferries stay in port", "Old cranes")
    assert found.text.split("\n")[1] == "Ferries stay in port"
    assert found.text.endswith("– And that was it.")


def test_headings_of_the_markup_are_subheads_whatever_their_shape() -> None:
    found = read_parts([Line(1, PROSE[0]), Line(2, "What now?", is_heading=True), Line(3, PROSE[1])])
    assert found.subheads == ("What now?",)


def test_words_are_the_same_whatever_their_case_and_punctuation() -> None:
    assert words("Storm closes harbour!") == words("“STORM closes harbour”")
    assert words("Storm closes harbour") != words("Storm opens harbour")
