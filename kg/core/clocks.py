"""The clock and the public holidays of a country, by its id in the graph."""

from datetime import date, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

import holidays

_KNOWN = MappingProxyType({"norway": ("Europe/Oslo", "NO"), "denmark": ("Europe/Copenhagen", "DK")})
_HOME = "norway"


def zone(country: str) -> ZoneInfo:
    """The clock of a country; that of Norway for one we do not know."""
    return ZoneInfo(_KNOWN.get(country, _KNOWN[_HOME])[0])


def working_day(after: date, count: int, country: str) -> date:
    """The `count`-th working day after a day: no Saturday, Sunday or public holiday; for 0 the day itself."""
    if not count:
        return after
    calendar = holidays.country_holidays(_KNOWN.get(country, _KNOWN[_HOME])[1])
    return calendar.get_nth_working_day(after + timedelta(days=1), count)
