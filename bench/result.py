"""What a measure gives, and how it is written down."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Ours and the peer's figure in the same unit, where less is better; the peer may be a limit.

    `at_least` is the ratio that the project promises.
    """

    ours: float
    peer: float
    unit: str
    peer_name: str
    at_least: float = 1.0

    @property
    def ratio(self) -> float:
        """How many times better we are than the peer: peer / ours. One is a tie."""
        return self.peer / self.ours

    @property
    def holds(self) -> bool:
        """Whether the promise is kept."""
        return self.ratio >= self.at_least


def as_json(results: Mapping[str, Result]) -> dict[str, dict[str, float | str]]:
    """The shape of `bench/out/results.json`."""
    return {
        name: {
            "ratio": round(r.ratio, 3),
            "ours": round(r.ours, 6),
            "peer": round(r.peer, 6),
            "unit": r.unit,
            "peerName": r.peer_name,
        }
        for name, r in results.items()
    }


def as_table(results: Mapping[str, Result]) -> str:
    """One line a measure, for people."""
    rows = [("measure", "ours", "peer", "unit", "ratio", "at least", "", "peer is")]
    rows += [
        (n, f"{r.ours:.4g}", f"{r.peer:.4g}", r.unit, f"{r.ratio:.2f}", f"{r.at_least:.2f}", _mark(r), r.peer_name)
        for n, r in results.items()
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in rows)


def _mark(result: Result) -> str:
    return "ok" if result.holds else "MISSED"
