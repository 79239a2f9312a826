"""Settings: what a configuration may say, and how its faults are told."""

import re
from pathlib import Path

import pytest
from pydantic import AliasChoices, BaseModel

from flows.settings import ConfigurationError, Fetch, OverlayFiles, Run, Settings, load_settings
from flows.sources.kinds import FeedSource, FilesSource, ListSource, SectionSource, SitemapSource, WarcSource

SOURCE = '[[sources]]\nid = "desk"\npath = "in"\n'


def load(folder: Path, text: str) -> Settings:
    (folder / "in").mkdir(exist_ok=True)
    path = folder / "dateline.toml"
    path.write_text(text, encoding="utf8")
    return load_settings(path)


def fault(folder: Path, text: str) -> str:
    with pytest.raises(ConfigurationError) as caught:
        load(folder, text)
    return str(caught.value).replace(str(folder), "~")


def test_a_short_configuration_gets_its_defaults(tmp_path: Path) -> None:
    settings = load(tmp_path, SOURCE)
    assert settings.data_root == tmp_path / "data"
    assert (settings.run.batch_size, settings.run.keep_snapshots) == (200, 10)
    (source,) = settings.disk_sources()
    assert (source.paths, source.kind, source.enabled) == (("in",), "files", True)


def test_a_full_configuration(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").touch()
    settings = load(
        tmp_path,
        'data = "store"\n'
        '[[sources]]\nid = "desk"\nname = "Desk"\npaths = ["in", "in/*.txt"]\nhome = "https://desk.example"\n'
        'country = "BEL"\nlanguage = "fr"\ntime_zone = "Europe/Brussels"\ndate_order = "dmy"\n'
        '[[sources]]\nid = "off"\npath = "absent"\nenabled = false\n'
        '[overlays]\ncodebook = ["mine.csv"]\n[run]\nworkers = 3\nbatch_size = 50\n',
    )
    assert [source.id for source in settings.enabled_sources()] == ["desk"]
    assert settings.overlay_paths("codebook") == (tmp_path / "mine.csv",)
    facts = settings.sources[0].facts()
    assert (facts.country, facts.time_zone, facts.date_order) == ("BEL", "Europe/Brussels", "dmy")


def test_variables_outrank_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_DATA", "elsewhere")
    monkeypatch.setenv("DATELINE_RUN__WORKERS", "5")
    settings = load(tmp_path, SOURCE + "[run]\nworkers = 2\nbatch_size = 7\n")
    assert settings.data_root == tmp_path / "elsewhere"
    assert (settings.run.workers, settings.run.batch_size) == (5, 7)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (SOURCE + 'colour = "red"\n', "~/dateline.toml: sources[1].colour: unknown key for kind 'files'"),
        ("colour = 1\n" + SOURCE, "~/dateline.toml: colour: unknown key"),
        ("", "~/dateline.toml: sources: is missing"),
        ('[[sources]]\npath = "in"\n', "~/dateline.toml: sources[1].id: is missing"),
        (SOURCE + SOURCE, "~/dateline.toml: sources: the id 'desk' stands twice; ids must differ"),
        (
            SOURCE + 'time_zone = "Mars/Olympus"\n',
            "~/dateline.toml: sources[1].time_zone: 'Mars/Olympus' is no IANA time zone such as Europe/Brussels",
        ),
        (
            SOURCE + "[run]\nworkers = 0\n",
            "~/dateline.toml: run.workers: Input should be greater than or equal to 1",
        ),
        ("data = \n", "~/dateline.toml: no valid TOML: Invalid value (at line 1, column 8)"),
        (
            '[[sources]]\nid = "desk"\npath = "absent"\n',
            "~/dateline.toml: sources.desk.paths: no file or folder ~/absent",
        ),
        (SOURCE + '[overlays]\nactors = "a.csv"\n', "~/dateline.toml: overlays.actors: no file or folder ~/a.csv"),
    ],
)
def test_a_fault_names_file_and_key(tmp_path: Path, text: str, message: str) -> None:
    assert fault(tmp_path, text) == message


def test_a_faulty_variable_is_named_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_RUN__WORKERS", "many")
    assert fault(tmp_path, SOURCE).startswith("DATELINE_RUN__WORKERS: run.workers: ")


def test_a_configuration_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"absent\.toml: no such file; write one, or name another by --config"):
        load_settings(tmp_path / "absent.toml")


def test_a_source_with_a_glob_may_match_nothing_yet(tmp_path: Path) -> None:
    (source,) = load(tmp_path, '[[sources]]\nid = "desk"\npath = "coming/*.txt"\n').disk_sources()
    assert source.paths == ("coming/*.txt",)


WEB = '[fetch]\ncontact = "desk@reader.example"\n[[sources]]\nid = "web"\n'


def test_every_kind_of_source(tmp_path: Path) -> None:
    (tmp_path / "addresses.txt").touch()
    settings = load(
        tmp_path,
        '[fetch]\ncontact = "https://reader.example/about"\ndelay = 2\n'
        '[[sources]]\nid = "a"\nkind = "feed"\naddress = "https://a.example/rss"\nmax_items = 5\nmax_pages = 7\n'
        'delay = 0.5\nallow_hosts = ["a.example"]\nheaders = { Authorization = "env:A_TOKEN" }\n'
        '[[sources]]\nid = "b"\nkind = "sitemap"\naddresses = ["https://b.example/1", "https://b.example/2"]\n'
        "max_sitemaps = 3\n"
        '[[sources]]\nid = "c"\nkind = "section"\naddress = "https://c.example/"\nlinks = "/news/"\nskip = ["/live/"]\n'
        '[[sources]]\nid = "d"\nkind = "list"\npath = "addresses.txt"\n'
        '[[sources]]\nid = "e"\nkind = "warc"\npath = "*.warc.gz"\nbase = "archive"\n',
    )
    assert [source.id for source in settings.web_sources()] == ["a", "b", "c", "d"]
    assert [source.id for source in settings.disk_sources()] == ["e"]
    feed = settings.web_sources()[0]
    assert (feed.max_items, feed.max_pages, feed.delay, feed.allow_hosts) == (5, 7, 0.5, ("a.example",))
    assert [(header.name, header.variable) for header in feed.headers] == [("Authorization", "A_TOKEN")]
    assert settings.web_sources()[1].addresses == ("https://b.example/1", "https://b.example/2")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            WEB + 'kind = "feed"\naddress = "ftp://u:secret@web.example/x"\n',
            "sources[1].address[1]: no http or https address such as https://desk.example/feed.xml",
        ),
        (WEB + 'kind = "feed"\n', "sources[1].addresses: is missing"),
        (WEB + 'kind = "feed"\naddresses = []\n', "sources[1].addresses: name at least one"),
        (
            WEB + 'kind = "feed"\naddress = "https://web.example"\nlinks = "x"\n',
            "sources[1].links: unknown key for kind 'feed'",
        ),
        (
            WEB + 'kind = "blog"\naddress = "https://web.example"\n',
            "sources[1]: kind: must be one of feed, files, list, section, sitemap, warc",
        ),
        (
            WEB + 'kind = "section"\naddress = "https://web.example"\nlinks = "["\n',
            "sources[1].links[1]: '[' is no regular expression: unterminated character set at position 0",
        ),
        (WEB + 'kind = "list"\n', "sources[1]: name the list: path for a file, address for one to fetch"),
        (WEB + 'kind = "list"\npath = "absent.txt"\n', "sources.web.paths: no file or folder ~/absent.txt"),
        (
            WEB + 'kind = "feed"\naddress = "https://web.example"\nheaders = { X-Key = "secret" }\n',
            "sources[1].headers[1].variable: write env:NAME, the environment variable that holds the header's value",
        ),
        (
            '[[sources]]\nid = "web"\nkind = "feed"\naddress = "https://web.example"\n',
            "fetch.contact: say who runs this, an e-mail or web address",
        ),
        ('fetch.contact = "me"\n' + SOURCE, "fetch.contact: 'me' is neither an e-mail nor a web address"),
        ("fetch.patience = -1\n" + SOURCE, "fetch.patience: Input should be greater than or equal to 0"),
    ],
)
def test_a_fault_in_a_source_on_the_web(tmp_path: Path, text: str, message: str) -> None:
    assert fault(tmp_path, text) == f"~/dateline.toml: {message}"


def test_a_key_of_the_web_may_come_from_a_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_FETCH__CONTACT", "desk@reader.example")
    text = '[[sources]]\nid = "web"\nkind = "feed"\naddress = "https://web.example"\n'
    assert load(tmp_path, text).fetch.contact == "desk@reader.example"


def test_no_form_of_the_settings_shows_a_secret(tmp_path: Path) -> None:
    text = WEB + 'kind = "feed"\naddress = "https://user:canary@web.example/rss?token=canary&page=2"\n'
    settings = load(tmp_path, text)
    assert settings.web_sources()[0].addresses == ("https://user:canary@web.example/rss?token=canary&page=2",)
    for shown in (settings.model_dump_json(), repr(settings), str(settings), str(settings.model_dump())):
        assert "canary" not in shown
    assert "https://web.example/rss?token=~" in settings.model_dump_json()


def keys_of(model: type[BaseModel]) -> set[str]:
    """The names under which a table's keys may be written."""
    names: set[str] = set()
    for name, field in model.model_fields.items():
        alias = field.validation_alias
        names |= {str(one) for one in alias.choices} if isinstance(alias, AliasChoices) else {name}
    return names


KINDS = (FilesSource, WarcSource, FeedSource, SitemapSource, SectionSource, ListSource)


@pytest.mark.parametrize("model", [*KINDS, Settings, Fetch, Run, OverlayFiles], ids=lambda model: model.__name__)
def test_every_key_is_documented(model: type[BaseModel]) -> None:
    text = (Path(__file__).parent.parent.parent / "docs" / "configuration.md").read_text(encoding="utf8")
    code = " ".join(re.findall(r"`[^`\n]+`|^\[.*\]$|^[a-z_]+ =", text, re.MULTILINE))
    assert [key for key in sorted(keys_of(model) - {"root"}) if not re.search(rf"\b{key}\b", code)] == []
