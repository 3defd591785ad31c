"""/v1/responsibilities and /v1/mandates over the real graph."""

from tests.api.client import client


def get(path: str, **params: str) -> dict[str, object]:
    answer = client().get(path, params=params)
    assert answer.status_code == 200, answer.text
    body: dict[str, object] = answer.json()
    return body


def test_a_responsibility_names_bearer_basis_date_and_grade() -> None:
    body = get("/v1/responsibilities", task="assess", on="2026-01-01", lang="en")
    (item,) = body["items"]  # type: ignore[misc]
    reason = next(r for b in item["bearers"] for r in b["reasons"] if r["norm"] == "assess-within-ten-working-days")
    assert reason["citations"][0]["section"] == "§ 2-2 a (2)"
    assert (reason["validFrom"], reason["assurance"]["content"]) == ("2015-11-01", "a-copy-dated")


def test_what_only_a_study_tells_is_told_as_that() -> None:
    (item,) = get("/v1/responsibilities", task="admit", on="2018-10-01", basis="papers")["items"]  # type: ignore[misc]
    assert item["headline"].endswith("etter det en studie forteller.")


def test_responsibilities_are_paged() -> None:
    body = get("/v1/responsibilities", limit="2")
    assert (len(body["items"]), body["limit"]) == (2, 2)  # type: ignore[arg-type]
    assert body["total"] > 20  # type: ignore[operator]


def test_the_matrix_has_cells_holes_and_overlaps() -> None:
    body = get("/v1/responsibilities/matrix", on="2011-06-01")
    assert body["cells"]
    assert body["overlaps"]
    holes = {h["id"] for h in body["holes"]}  # type: ignore[attr-defined]
    assert holes.isdisjoint(c["task"] for c in body["cells"])  # type: ignore[attr-defined]


def test_an_unknown_task_is_not_found_with_the_closest() -> None:
    answer = client().get("/v1/responsibilities", params={"task": "asess"})
    assert (answer.status_code, answer.json()["code"]) == (404, "unknown-name")
