"""What is measured are lists that there are."""

import pytest

from api.app import create
from bench import lists
from tests.real import home


def test_every_list_that_is_measured_is_a_route(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RETTVEI_HOME", str(home()))
    paths = create().openapi()["paths"]
    assert [name for name in lists.LISTS if f"/v1/{name}" not in paths] == []


def test_a_list_is_asked_for_in_both_languages_and_page_by_page() -> None:
    lines = [request.split(b" ")[1] for request in lists.asked("norms")]
    assert [b"lang=nb" in line for line in lines] == [True, False, True, False]
    assert len(lists.asked("responsibilities/matrix")) == 2
