"""What a check found: one thing that is wrong, where it stands, and what to do."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How grave a finding is, as SHACL has it."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Location:
    """Where something stands: a file, and a line of a text file or a row of a table (the head is row 1)."""

    file: str
    line: int | None = None
    row: int | None = None

    def __str__(self) -> str:
        if self.row is not None:
            return f"{self.file}, row {self.row}"
        return self.file if self.line is None else f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding. IRIs whole; `messages` are pairs of language tag and text: what is wrong and what to do."""

    shape: str
    severity: Severity
    focus: str
    path: str | None = None
    value: str | None = None
    messages: tuple[tuple[str, str], ...]
    location: Location | None = None

    def message(self, lang: str) -> str:
        """What is wrong and what to do, in a language (nb or en)."""
        return dict(self.messages)[lang]
