"""From a name to the team, unit or place of a study that is meant."""

from collections.abc import Sequence

from kg.index.names import Names


def find(names: Names, known: Sequence[tuple[str, str]], value: str) -> tuple[str, str]:
    """Collection and id of the one that a name means, out of those of which something can be told.

    Raises `UnknownName` with the closest, `AmbiguousName` with the choices.
    """
    of = {c: frozenset(i for collection, i in known if collection == c) for c in ("place", "unit")}
    places = names.meant(value, "place", of["place"])
    if len(places) == 1:
        return "place", places[0]
    return "unit", names.find("subject", value, "unit", of["unit"])
