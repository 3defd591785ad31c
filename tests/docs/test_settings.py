"""The table of settings in the README is the class: a row each, in its order."""

import re

from pydantic_core import PydanticUndefined

from kg.core.settings import PREFIX, Settings
from tests.architecture.tree import ROOT

README = (ROOT / "README.md").read_text("utf-8")
MADE = {"home": "`.rettvei/`, or the user's data folder", "text": "where the program is"}


def default(name: str) -> str:
    if name in MADE:
        return MADE[name]
    value = Settings.model_fields[name].default
    assert value is not PydanticUndefined
    return "" if value in ("", ()) else f"`{str(value).lower() if isinstance(value, bool) else value}`"


def row(name: str) -> str:
    return f"| `{PREFIX}{name.upper()}` | {default(name)} | {Settings.model_fields[name].description} |"


def test_the_readme_has_every_setting_and_no_other() -> None:
    expected = [row(name) for name in Settings.model_fields]
    assert [line for line in README.splitlines() if line.startswith(f"| `{PREFIX}")] == expected


def test_every_variable_that_is_named_anywhere_is_a_setting() -> None:
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields} | {f"{PREFIX}CONFIG"}
    texts = [*ROOT.glob("kg/**/*.toml"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    named = {found for p in texts for found in re.findall(rf"\b{PREFIX}[A-Z_]+\b", p.read_text("utf-8"))}
    assert named - known == set()
