"""Deadlines worked out: from the time of an event to clock time, in the hours and holidays of the country."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import isodate

from kg.core import clocks
from kg.index.pathway import Deadline

_END = time(23, 59)


def until(deadline: Deadline, start: datetime, country: str) -> datetime:
    """When a deadline ends that began at `start` (with its zone).

    Hours run on whatever the day is. Days end with the last minute of the last one; the day of the event is not
    counted. Working days leave out Saturdays, Sundays and public holidays.
    """
    length = isodate.parse_duration(deadline.duration)
    if deadline.counted == "hours" or not length:
        ended: datetime = start.astimezone(ZoneInfo("UTC")) + length
        return ended.astimezone(start.tzinfo)
    if deadline.counted == "working-days":
        return _end(clocks.working_day(start.date(), length.days, country), start)
    return _end(start.date() + length, start)


def _end(day: date, start: datetime) -> datetime:
    return datetime.combine(day, _END, start.tzinfo)
