"""Which of the media types that are offered a client likes best (RFC 9110, section 12.5.1)."""

from collections.abc import Sequence


def choose(accept: str, offered: Sequence[str]) -> str | None:
    """The best of `offered` for an Accept header, the earlier one where it is all the same; None when none will do.

    A header that is empty or cannot be read accepts everything.
    """
    ranges = [r for part in accept.split(",") if (r := _range(part))] or [("*/*", 1.0)]
    best = max(offered, key=lambda o: _quality(o, ranges))
    return best if _quality(best, ranges) > 0 else None


def _range(part: str) -> tuple[str, float] | None:
    name, *parameters = (p.strip().lower() for p in part.split(";"))
    weights = [p[2:] for p in parameters if p.startswith("q=")]
    try:
        return (name, min(1.0, max(0.0, float(weights[0]) if weights else 1.0))) if "/" in name else None
    except ValueError:
        return None


def _quality(media_type: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The weight of the most exact range that the type falls in."""
    general = media_type.partition("/")[0] + "/*"
    for wanted in (media_type, general, "*/*"):
        found = [quality for name, quality in ranges if name == wanted]
        if found:
            return max(found)
    return 0.0
