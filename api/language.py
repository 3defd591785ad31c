"""The reader's language: what was asked for by `lang`, what the browser accepts, else bokmål."""

from collections.abc import Container
from types import MappingProxyType

FIRST = "nb"
_SAME = MappingProxyType({"no": "nb"})


def accepted(header: str, known: Container[str]) -> str:
    """The known language that an Accept-Language header likes best (RFC 9110, section 12.5.4); bokmål without one."""
    if not header:
        return FIRST
    wanted = sorted(map(_range, header.split(",")), key=lambda range_: -range_[1])
    return next((language for language, weight in wanted if weight > 0 and language in known), FIRST)


def _range(part: str) -> tuple[str, float]:
    """The language of one range, without its region, and its weight; none for a weight that is no number."""
    tag, _, rest = part.partition(";")
    language = tag.strip().lower().partition("-")[0]
    return _SAME.get(language, language), _weight(rest)


def _weight(text: str) -> float:
    name, _, number = text.strip().partition("=")
    if not name:
        return 1.0
    try:
        return float(number) if name.strip().lower() == "q" else 0.0
    except ValueError:
        return 0.0
