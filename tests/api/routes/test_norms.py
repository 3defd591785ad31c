from tests.api.client import client


def test_a_norm_shows_its_basis_by_the_version_of_the_day() -> None:
    body = client().get("/v1/norms/gp-refers-when-needed", params={"on": "2020-01-01"}).json()
    assert body["citations"][0]["section"] == "§ 24"
    body = client().get("/v1/norms/gp-refers-when-needed", params={"on": "2026-02-01"}).json()
    assert body["citations"][0]["section"] == "§ 30"


def test_norms_are_paged() -> None:
    body = client().get("/v1/norms", params={"limit": "2"}).json()
    assert len(body["items"]) == 2
    assert body["total"] > 50
    more = client().get("/v1/norms", params={"limit": "1", "offset": "1"}).json()
    assert more["items"] == body["items"][1:]


def test_a_norm_that_is_none_is_not_found() -> None:
    assert client().get("/v1/norms/nope").json()["code"] == "not-found"


def found(**query: str) -> set[str]:
    ids: set[str] = set()
    while True:
        body = client().get("/v1/norms", params={"limit": "500", "offset": str(len(ids))} | query).json()
        ids |= {n["norm"] for n in body["items"]}
        if not body["items"] or len(ids) >= body["total"]:
            return ids


def test_norms_are_found_by_what_they_say() -> None:
    every, by_doctors = found(), found(bearer="fastlege", action="refer")
    assert "gp-refers-when-needed" in by_doctors < every
    assert by_doctors == found(bearer="GP", action="refer")
    assert found(modality="prohibition", bearer="GP", action="refer") < by_doctors
    assert "gp-refers-when-needed" not in found(modality="prohibition")


def test_norms_of_a_place_are_its_own_and_those_it_lies_under() -> None:
    bergen, norway, denmark = found(place="Bergen"), found(place="norway"), found(place="denmark")
    assert norway < bergen
    assert denmark
    assert not denmark & bergen


def test_norms_of_an_instrument_cite_it() -> None:
    items = client().get("/v1/norms", params={"instrument": "sphl", "limit": "500"}).json()["items"]
    assert items
    assert all("sphl" in {c["instrument"] for c in n["citations"]} for n in items)
    assert found(instrument="sphl") == found(instrument="spesialisthelsetjenesteloven")


def test_norms_that_hold_on_a_day_are_fewer_and_the_day_of_citation_leaves_nothing_out() -> None:
    early = found(holdsOn="2005-01-01")
    assert early < found() == found(on="2005-01-01")
    for body in client().get("/v1/norms", params={"holdsOn": "2005-01-01", "limit": "500"}).json()["items"]:
        assert (body["validFrom"] or "") <= "2005-01-01"


def test_a_stage_and_a_counterpart_are_filters_too() -> None:
    assert found(stage="discharge") < found()
    assert found(counterpart="DPS") >= found(counterpart="DPS", action="refer")
    assert found(service="tsb") - found(service="lar") == set()


def test_names_that_nobody_knows_are_told_as_elsewhere() -> None:
    for name in ("bearer", "action", "modality", "stage", "group", "service", "place", "instrument"):
        response = client().get("/v1/norms", params={name: "xyzzy", "lang": "en"})
        assert (response.status_code, response.json()["code"]) == (404, "unknown-name"), name
    closest = client().get("/v1/norms", params={"modality": "prohibtion", "lang": "en"}).json()
    assert "prohibition" in closest["detail"]
    assert client().get("/v1/norms", params={"holdsOn": "soon"}).status_code == 400
