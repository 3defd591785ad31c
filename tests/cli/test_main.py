from pathlib import Path

import pytest

from kg.cli.main import explained
from kg.core.errors import BuildError, UnknownName
from tests.cli.shell import run


def test_a_build_error_names_each_problem() -> None:
    assert explained(BuildError("Broken.", ["a.ttl:1: x", "b.ttl:2: y"])) == "Broken.\n  a.ttl:1: x\n  b.ttl:2: y"


def test_an_unknown_name_offers_the_closest() -> None:
    error = UnknownName("No such.", parameter="place", value="x", closest=["a", "b"])
    assert explained(error) == "place: No such. Known: a, b."


def test_a_missing_graph_is_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.real.home", lambda: tmp_path)
    ran = run(capsys, "check", "--referrer", "gp", "--receiver", "dps")
    assert (ran.code, ran.err) == (2, "There is no built graph. Run `rettvei build`.\n")
