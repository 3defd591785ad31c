import pytest

from api.language import accepted
from tests.api.client import client


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "nb"),
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("en;q=0.2, nb", "nb"),
        ("de, da;q=0.7, en;q=0.8", "en"),
        ("no;q=0.9,en;q=0.8", "nb"),
        ("nn-NO", "nn"),
        ("en;q=0", "nb"),
        ("en;q=much, da;q=0.1", "da"),
        ("*", "nb"),
        ("eng", "nb"),
    ],
)
def test_the_best_liked_language_that_we_speak(header: str, language: str) -> None:
    assert accepted(header, {"nb", "nn", "da", "en"}) == language


def test_what_is_asked_for_goes_before_what_is_accepted() -> None:
    headers = {"Accept-Language": "nb;q=0.3, en"}
    assert client().get("/v1/norms/nobody", headers=headers).json()["title"] == "Not found"
    assert client().get("/v1/norms/nobody", headers=headers, params={"lang": "nb"}).json()["title"] != "Not found"
