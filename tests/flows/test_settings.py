"""Settings: what a configuration may say, and how its faults are told."""

from pathlib import Path

import pytest

from flows.settings import ConfigurationError, Settings, load_settings

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
    (source,) = settings.sources
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
        (SOURCE + 'colour = "red"\n', "~/dateline.toml: sources[1].colour: unknown key"),
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
    assert load(tmp_path, '[[sources]]\nid = "desk"\npath = "coming/*.txt"\n').sources[0].paths == ("coming/*.txt",)
