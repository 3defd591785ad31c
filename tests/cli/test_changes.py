from pathlib import Path
from unittest.mock import patch

import pytest

from tests import real, two_versions
from tests.cli.shell import run
from tests.two_versions import ADDED, NEWER, OLDER


def test_says_which_norms_changed_and_which_answers(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    two_versions.make(tmp_path)
    with patch.object(real, "home", lambda: tmp_path):
        said = run(capsys, "changes", "--since", OLDER, "--lang", "en").out
        body = run(capsys, "changes", "--since", OLDER, "--json").json
    assert said.startswith("New: A municipality may itself refer to an SMP.\n  Answers that differ: ")
    assert "  – child coordinator to socio-medical clinic in Norway, " in said
    assert body["items"][0]["norm"]["id"] == ADDED
    assert (body["total"], body["kgVersion"]) == (2, NEWER)


def test_says_that_nothing_changed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "changes", "--since", NEWER).out == "Ingen norm er endret.\n"


def test_a_version_that_is_not_kept_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "changes", "--since", "gone", "--lang", "en")
    assert (ran.code, ran.err) == (
        2,
        "Not found: The version “gone” is not kept here: fetch what you need anew. "
        "You can ask for changes since test.\n",
    )
