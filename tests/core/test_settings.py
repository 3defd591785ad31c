"""Settings come from the environment; where nothing is set, they fit a checkout or an installed package."""

from pathlib import Path

import pytest

from kg.core import settings as module
from kg.core.errors import BadInput
from kg.core.settings import Settings, default_home


def test_a_checkout_keeps_its_versions_beside_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RETTVEI_HOME", raising=False)
    found = Settings()
    assert found.home == found.text / ".rettvei"
    assert (found.ontology / "manifest.toml").is_file()
    assert found.queries.is_dir()


def test_an_installed_package_keeps_them_in_the_users_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "is_checkout", lambda: False)
    assert default_home().name == "rettvei"
    assert Path(module.__file__).parents[2] not in default_home().parents


def test_the_environment_decides(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RETTVEI_HOME", str(tmp_path))
    monkeypatch.setenv("RETTVEI_REQUIRE_REASONER", "1")
    found = Settings()
    assert (found.home, found.require_reasoner) == (tmp_path, True)


@pytest.mark.parametrize(("name", "value"), [("RETTVEI_PORT", "abc"), ("RETTVEI_KEEP_VERSIONS", "0")])
def test_a_value_that_cannot_be_read_is_named(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(BadInput, match=rf"^{name} is '{value}': Input should be .*\.$"):
        Settings()
