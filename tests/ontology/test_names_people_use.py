"""Words of front-line staff lead to the kind that they mean."""

import pytest

from tests.api.client import client

REFERRERS = [
    ("turnuslege", "doctor"),
    ("LIS1", "doctor"),
    ("pasienten selv", "patient"),
    ("ROP", "dual-diagnosis-team"),
]
RECEIVERS = [
    ("rus", "tsb"),
    ("rusomsorg", "tsb"),
    ("akuttpsykiatri", "psychiatric-hospital"),
    ("psykiatrisk akuttavdeling", "psychiatric-hospital"),
    ("kommunal akutt døgnplass", "municipal-acute-unit"),
]


@pytest.mark.parametrize(
    ("end", "name", "meant"),
    [("referrer", n, k) for n, k in REFERRERS] + [("receiver", n, k) for n, k in RECEIVERS],
)
def test_a_word_of_front_line_staff_is_known(end: str, name: str, meant: str) -> None:
    asked = {"referrer": "fastlege", "receiver": "DPS"} | {end: name}
    question = client().get("/v1/referrals/check", params=asked).json()["question"]
    assert question[end]["id"] == meant
