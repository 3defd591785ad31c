import pytest

from tests.api.client import client
from tests.api.listed import every


def test_events_stand_in_the_order_of_their_days() -> None:
    days = [i["day"] for i in every("timeline")]
    assert len(days) > 30
    assert days == sorted(days)


def test_a_span_holds_what_happened_in_it() -> None:
    items = every("timeline", since="2012-01-01", until="2012-01-01")
    assert items
    assert all(i["day"] <= "2012-01-01" <= (i["last"] or i["day"]) for i in items)


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_every_event_has_words(language: str) -> None:
    assert all(i["label"] != i["id"] for i in every("timeline", lang=language))


def test_a_day_that_is_none_is_bad_input() -> None:
    response = client().get("/v1/timeline", params={"since": "soon"})
    assert (response.status_code, response.json()["code"]) == (400, "bad-input")


def test_events_are_found_by_country() -> None:
    danish, norwegian = ({i["id"] for i in every("timeline", jurisdiction=c)} for c in ("denmark", "Norge"))
    assert "dk-sickness-benefit-act" in danish
    assert "coordination-reform-in-force" in norwegian
    assert not danish & norwegian
    assert client().get("/v1/timeline", params={"jurisdiction": "xyzzy"}).status_code == 404
