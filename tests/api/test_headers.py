from tests.api.client import client

PATH = "/v1/referrals/check?referrer=gp&receiver=smp&on=2026-11-24"


def test_every_answer_of_v1_names_its_graph() -> None:
    response = client().get(PATH)
    assert response.headers["kg-version"] == "test"
    assert response.headers["vary"] == "Accept, Accept-Language"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'self'" in response.headers["content-security-policy"]


def test_a_client_that_has_the_answer_gets_none() -> None:
    tag = client().get(PATH).headers["etag"]
    again = client().get(PATH, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)


def test_the_tag_changes_with_language_and_question() -> None:
    tags = {
        client().get(PATH).headers["etag"],
        client().get(PATH + "&lang=en").headers["etag"],
        client().get(PATH, headers={"Accept-Language": "en"}).headers["etag"],
        client().get(PATH.replace("smp", "dps")).headers["etag"],
        client().get(PATH.replace("2026", "2025")).headers["etag"],
    }
    assert len(tags) == 5
