"""Conditions that no file of the ontology states: the engine makes them of a kind, a group or a place.

Their ids are what `holds` takes, so they are written and read here alone. How they are worded stands in the tables of
`kg.wording` under `condition.<name>`.
"""

from typing import NamedTuple


class MadeCondition(NamedTuple):
    """One sort: `acts-as-social-service` is the name `acts-as` and an id of the collection `kind`.

    `sort` is the class that such a condition would have in the graph: case, capacity or place.
    """

    name: str
    collection: str
    sort: str

    def of(self, key: str) -> str:
        """The id of the condition on this kind, group or place."""
        return f"{self.name}-{key}"

    def key(self, condition: str) -> str | None:
        """The kind, group or place of a condition of this sort; None for another condition."""
        start = f"{self.name}-"
        return condition[len(start) :] if condition.startswith(start) else None


ACTS_AS = MadeCondition("acts-as", "kind", "capacity")
IS_A = MadeCondition("is-a", "kind", "capacity")
IN_GROUP = MadeCondition("in-group", "group", "case")
IN_PLACE = MadeCondition("in", "place", "place")


def read(condition: str) -> tuple[MadeCondition, str] | None:
    """The sort of a made condition and what it is made of, or None for what the engine does not make."""
    for made in (ACTS_AS, IS_A, IN_GROUP, IN_PLACE):
        key = made.key(condition)
        if key:
            return made, key
    return None
