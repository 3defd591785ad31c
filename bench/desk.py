"""Questions as they come over a desk: of every outcome, with and without a place, in both languages."""

from typing import Any
from urllib.parse import urlencode

from kg.index.index import Index
from kg.index.resolve import resolve, today
from kg.model.question import Asked, Question

ASKED: tuple[dict[str, str], ...] = (
    {"referrer": "gp", "receiver": "dps"},
    {"referrer": "fastlege", "receiver": "dps", "place": "Bergen"},
    {"referrer": "fastlege", "receiver": "bup", "place": "Fredrikstad"},
    {"referrer": "GP", "receiver": "smp", "lang": "en"},
    {"referrer": "municipal-psychologist", "receiver": "dps", "place": "Sandnes"},
    {"referrer": "out-of-hours-doctor", "receiver": "dps"},
    {"referrer": "municipality", "receiver": "smp", "on": "2020-05-01"},
    {"referrer": "mental-health-team", "receiver": "dps", "service": "tsb", "place": "3107"},
    {"referrer": "nav-office", "receiver": "smp", "on": "2021-01-01"},
    {"referrer": "nav-office", "receiver": "smp", "place": "Askøy"},
    {"referrer": "nurse", "receiver": "dps", "place": "Sandnes", "lang": "en"},
    {"referrer": "municipality", "receiver": "dps"},
    {"referrer": "municipality", "receiver": "dps", "place": "Trondheim"},
    {"referrer": "smp", "receiver": "dps", "on": "2018-10-01"},
    {"referrer": "smp", "receiver": "dps", "on": "2018-10-01", "basis": "law", "lang": "en"},
    {"referrer": "municipal-psychologist", "receiver": "dps", "on": "2012-03-01"},
)


def questions(index: Index) -> list[Question]:
    """The questions, as they are understood today."""
    facets: list[dict[str, Any]] = [{f: value for f, value in asked.items() if f != "lang"} for asked in ASKED]
    return [resolve(index, Asked(**asked), today()) for asked in facets]


def paths() -> list[str]:
    """The questions, as addresses of `check`."""
    return [f"/v1/referrals/check?{urlencode(asked)}" for asked in ASKED]
