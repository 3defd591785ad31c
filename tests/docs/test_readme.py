"""What the README shows is what the program prints, and it names every verb and every route."""

import re
import shlex

import pytest

from api.app import create
from kg.cli.main import app
from tests.architecture.tree import ROOT
from tests.cli.shell import run
from tests.real import home

README = (ROOT / "README.md").read_text("utf-8")
SHOWN = re.findall(r"```console\n\$ rettvei ([^\n]*)\n(.*?)```", README, re.DOTALL)


def test_there_is_an_example() -> None:
    assert SHOWN


@pytest.mark.parametrize(("command", "shown"), SHOWN)
def test_the_example_is_real(command: str, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    printed = run(capsys, *shlex.split(command)).out.splitlines()
    lines = [line for line in shown.splitlines() if line != "…"]
    assert [line for line in lines if line not in printed] == []
    assert [printed.index(line) for line in lines] == sorted(printed.index(line) for line in lines)


def test_the_python_example_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("RETTVEI_HOME", str(home()))
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(code, {})
    assert capsys.readouterr().out.strip() == "permitted"


def test_every_verb_is_named() -> None:
    verbs = [command.name or "" for command in app.registered_commands]
    assert verbs
    assert [verb for verb in verbs if f"rettvei {verb}" not in README] == []


def test_every_route_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RETTVEI_HOME", str(home()))
    routes = [re.sub(r"\{\w*id\}", "{id}", path) for path in create().openapi()["paths"]]
    assert routes
    assert [route for route in routes if f"`{route}`" not in README and f"GET {route}`" not in README] == []
