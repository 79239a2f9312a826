"""The walk over hand-made pages, with the packaged model and tables."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from schemas.records import Page
from transforms import walk as walking
from transforms.articles.page.decode import RECORD_TYPE
from transforms.events.codebook.codebook import Codebook
from transforms.events.parsing.language import parse_all
from transforms.frames import WALKED_TABLES, event_codes, frames, month_of
from transforms.walk import Overlays, Tools, Walked, walk

SEEN_AT = datetime(2026, 3, 9, 12, tzinfo=UTC)
STRIKE = "LIMA, March 9 - Peru accused Bolivia on Monday of closing the border.\nBolivia denied the accusation."
SPANISH = (
    "Los gobiernos de Chile y Perú firmaron el jueves un acuerdo para reabrir la línea de tren entre las dos ciudades."
)


def page(text: str, number: int = 0, read_error: str | None = None) -> Page:
    body = text.encode()
    digest = hashlib.sha256(body).hexdigest()
    origin = f"{number}.txt"
    return Page(f"p{number}", "test", origin, None, "text/plain", body, digest, SEEN_AT, read_error)


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.load()


def test_every_page_comes_out_once_in_order_as_an_article_or_a_reject(tools: Tools) -> None:
    pages = [page(STRIKE, 0), page("", 1), page("", 2, read_error="bad gzip: cut off"), page(SPANISH, 3)]
    walked = list(walk(pages, tools))
    assert [one.page for one in walked] == pages
    assert [(one.article is None) != (one.reject is None) for one in walked] == [True] * 4
    assert [one.reject.reason if one.reject else None for one in walked] == [None, "empty", "bad gzip", None]


def test_events_are_coded_in_english_and_other_languages_are_kept(tools: Tools) -> None:
    english, spanish = walk([page(STRIKE, 0), page(SPANISH, 1)], tools)
    assert english.article and english.article.language == "en"
    told = [(m.event_type, m.status, m.actor and m.actor.country) for m in english.event_mentions]
    assert ("ACCUSE", "asserted", "PER") in told
    assert spanish.article and spanish.article.language == "es"
    assert spanish.event_mentions == ()


def test_every_offset_leads_back_to_its_words(tools: Tools) -> None:
    (one,) = walk([page(STRIKE)], tools)
    assert one.article
    text = one.article.text
    for mention in one.event_mentions:
        assert text[mention.predicate_start : mention.predicate_end] == mention.predicate_text
        assert text[mention.sentence_start : mention.sentence_end] == mention.sentence
        for actor in (mention.actor, mention.recipient):
            assert actor is None or text[actor.start : actor.end] == actor.text


def test_the_words_of_pages_are_not_kept_in_memory(tools: Tools) -> None:
    pages = [page(f"Norway accused Quorlandia{n} of overfishing near Vebbersund{n}.", n) for n in range(3)]
    list(walk(pages, tools))
    strings = tools.language.vocab.strings
    assert not any(f"{name}{n}" in strings for n in range(3) for name in ("Quorlandia", "Vebbersund"))


def test_a_fault_on_one_page_is_a_reject_and_the_others_go_on(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    match = Codebook.match

    def faulty(self: Codebook, clause: object, doc: object, *rest: object) -> object:
        if "Bolivia" in str(doc):
            raise RuntimeError("a planted fault")
        return match(self, clause, doc, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Codebook, "match", faulty)
    fallen, kept = walk([page(STRIKE, 0), page("Norway accused Iceland of overfishing.", 1)], tools)
    assert fallen.article is None and fallen.reject is not None
    assert (fallen.reject.stage, fallen.reject.reason) == ("events", "unexpected error")
    assert "0.txt: RuntimeError: a planted fault" in fallen.reject.message
    assert [m.event_type for m in kept.event_mentions] == ["ACCUSE"]


def test_a_text_that_no_parser_takes_is_a_reject_and_the_others_go_on(
    tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
        for text in texts:
            if "Bolivia" in text:
                raise ValueError("a planted fault")
            yield from parse_all(nlp, [text])

    monkeypatch.setattr(walking, "parse_all", faulty)
    kept, fallen = walk([page("Norway accused Iceland of overfishing.", 0), page(STRIKE, 1)], tools)
    assert [m.event_type for m in kept.event_mentions] == ["ACCUSE"]
    assert fallen.reject is not None
    assert (fallen.reject.stage, fallen.reject.reason) == ("events", "unexpected error")


def test_want_of_memory_is_nobodys_reject(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    def hungry(*_: object) -> object:
        raise MemoryError

    for stage in ("assemble", "mentions", "parse_all"):
        with monkeypatch.context() as patch:
            patch.setattr(walking, stage, hungry)
            with pytest.raises(MemoryError):
                list(walk([page(STRIKE)], tools))


def test_halves_of_characters_are_replaced_before_any_table_sees_them(tools: Tools) -> None:
    fields = {
        "text": "Norway accused Iceland \ud83d of war on Monday.",
        "title": "A \udc00 word",
        "authors": ["Ann \ud800 Lee"],
    }
    body = json.dumps(fields).encode()
    (one,) = walk([replace(page(""), body=body, content_type=RECORD_TYPE)], tools)
    assert one.article is not None
    assert (one.article.title, one.article.flags) == ("A \ufffd word", ("characters lost",))
    assert frames([one])["articles"]["text"].to_list() == ["Norway accused Iceland \ufffd of war on Monday."]


def test_the_rows_of_a_walk_fill_the_tables(tools: Tools) -> None:
    filled = frames(walk([page(STRIKE, 0), page("", 1)], tools))
    assert tuple(filled) == WALKED_TABLES
    assert filled["articles"]["published_month"].to_list() == ["undated"]  # the dateline names no year
    assert filled["rejects"].select("reason", "seen_month").rows() == [("empty", "2026-03")]
    accusation = filled["event_mentions"].filter(event_type="ACCUSE", status="asserted").row(0, named=True)
    assert (accusation["actor_code"], accusation["recipient_country"]) == ("PER", "BOL")
    assert accusation["plover_quad"] == 3


def test_no_pages_fill_typed_empty_tables() -> None:
    assert all(frame.is_empty() and frame.width > 1 for frame in frames(list[Walked]()).values())


def test_months_and_codes_are_looked_up() -> None:
    assert (month_of(None), month_of(SEEN_AT.date())) == ("undated", "2026-03")
    values = event_codes("RETREAT", "ceasefire", "0871")
    assert (values.quad_class, values.goldstein, values.plover_quad, values.plover_score) == (2, 9.0, 2, 7.5)
    assert event_codes("AID", "no such mode", "").plover_score == 10.0


CODEBOOK_HEADER = (
    "rule_id,predicate,pos,object,preposition,complement,actor,recipient,event_type,event_mode,context,cameo_code,status,"
    "actor_condition,recipient_condition,example"
)


def test_the_users_own_rows_are_read_beside_the_packaged_ones(tools: Tools, tmp_path: Path) -> None:
    codebook, actors, words = (tmp_path / name for name in ("codebook.csv", "actors.csv", "words.csv"))
    slots = "serenade,verb,@envoys,,,subject,object|object.owner"
    row = f"own-serenade,{slots},ACCUSE,disapprove,,111,,,,The crowd serenaded the envoy."
    codebook.write_text(f"{CODEBOOK_HEADER}\n{row}\n", encoding="utf8")
    header = "name,kind,country,sectors,office,aliases,nouns,valid_from,valid_to"
    actors.write_text(f"{header}\nHarbour Guild,organisation,NOR,LAB,,Bergen Harbour Guild,,,\n", encoding="utf8")
    words.write_text("name,lemma\nenvoys,envoy\n", encoding="utf8")
    text = "The Harbour Guild serenaded the Danish envoy."
    own = Tools.load(Overlays(codebook=(codebook,), actors=(actors,), vocabularies=(words,)))
    told, untold = (next(iter(walk([page(text)], given))).event_mentions for given in (own, tools))
    assert [(m.rule, m.actor and m.actor.code) for m in told] == [("own-serenade", "NORLAB")]
    assert untold == ()
