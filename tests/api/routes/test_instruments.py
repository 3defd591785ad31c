from tests.api.client import client
from tests.api.listed import every, one


def test_an_act_tells_when_it_was_read_and_what_rests_on_it() -> None:
    act = one("instruments", "sphl", lang="en")
    assert (act["label"], act["kind"], act["read"]) == ("Specialist Health Services Act", "act", "2026-07-02")
    assert act["norms"] > 0
    assert act["url"]


def test_only_what_was_in_force_on_a_day() -> None:
    before = {i["id"] for i in every("instruments", on="2005-01-01")}
    assert "hol" not in before
    assert "hol" in {i["id"] for i in every("instruments", on="2013-01-01")}


def test_a_day_that_is_none_is_bad_input() -> None:
    assert client().get("/v1/instruments", params={"on": "soon"}).status_code == 400


def test_texts_are_found_by_kind_and_country() -> None:
    acts = {i["id"] for i in every("instruments", sort="act")}
    assert {i["kind"] for i in every("instruments", sort="act")} == {"act"}
    danish, norwegian = ({i["id"] for i in every("instruments", jurisdiction=c)} for c in ("Danmark", "norway"))
    assert {"sundhedsloven", "tvangsloven-dk"} <= danish
    assert "sphl" in norwegian & acts
    assert not danish & norwegian
    assert danish | norwegian == {i["id"] for i in every("instruments")}
    assert {i["id"] for i in every("instruments", jurisdiction="denmark", sort="act")} == danish & acts


def test_names_that_nobody_knows_are_not_found() -> None:
    for name in ("sort", "jurisdiction"):
        response = client().get("/v1/instruments", params={name: "xyzzy"})
        assert (response.status_code, response.json()["code"]) == (404, "unknown-name")
