"""Where a norm stands: the provision as it was numbered on the day, the clause, or the study that reports it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One citation, in ids.

    `id` is the provision, clause or finding; `kind` says which (`provision`, `clause`, `finding`).
    `instrument` is what it stands in: an id of the collection `instrument`, for a finding of `study`.
    `section` is the number of the version of that day, for a finding the section of the study.
    `read_on` is the day on which the instrument was last checked.
    """

    id: str
    instrument: str
    section: str
    url: str
    kind: str
    read_on: date | None = None
