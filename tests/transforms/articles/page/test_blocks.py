from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.articles.page.pages import tree_of
from transforms.articles.page.blocks import blocks_of
from transforms.articles.page.visible_text import lines_of


def test_blocks_come_in_order_with_their_elements_and_links() -> None:
    tree = tree_of(
        '<div>Before <a href="/a">one</a><p>A <b>bold</b> word</p>after<h2>Head</h2>'
        '<ul><li><a href="/b">All link</a></li></ul><script>no</script> end</div>'
    )
    found = [(b.text, b.element.tag, round(b.link_share, 2), b.is_heading) for b in blocks_of(tree)]
    assert found == [
        ("Before one", "div", 0.3, False),
        ("A bold word", "p", 0.0, False),
        ("after", "div", 0.0, False),
        ("Head", "h2", 0.0, True),
        ("All link", "li", 1.0, False),
        ("end", "div", 0.0, False),
    ]


def test_line_breaks_part_blocks_of_one_element() -> None:
    found = blocks_of(tree_of("<td>One line.<br>Another line.<br><br>A third.</td>"))
    assert [block.text for block in found] == ["One line.", "Another line.", "A third."]


def test_a_form_around_the_page_is_read() -> None:
    assert [b.text for b in blocks_of(tree_of("<form><p>The port is open.</p><button>Go</button></form>"))] == [
        "The port is open."
    ]


def test_keys_hold_letters_and_digits_alone() -> None:
    (block,) = blocks_of(tree_of("<p>“Port-City” opens:  2026!</p>"))
    assert block.key == "portcityopens2026"


@given(st.text(alphabet=st.sampled_from("<>/=\"' apdivbrhtmul;é!-"), min_size=1, max_size=200))
def test_blocks_hold_what_the_lines_hold(text: str) -> None:
    tree = tree_of(f"<div>{text}</div>")
    assert [b.text for b in blocks_of(tree)] == list(lines_of([tree]))
