"""What a question says of its own actor, receiver or action: looked up by notation, and joined to their ancestors."""

from dataclasses import replace

from kg.index.capacities import capacities_of, staff
from kg.index.index import Index
from kg.index.kinds import Closure
from kg.model.question import Also


def told(index: Index, collection: str, ident: str, notation: str) -> frozenset[Also] | None:
    """What a notation such as `status=archived` adds to something; None when no kind that it may be of bears it.

    A kind counts where all that it is a kind of is true already: `admin`, a kind of user, counts for users alone.
    """
    bearing = index.kinds.notations.get((collection, notation), frozenset())
    found = frozenset(also for k in bearing if may_be(index, also := Also(collection, ident, k)))
    return frozenset(a for a in found if a.kind not in index.kinds.up.get(ident, ())) if found else None


def may_be(index: Index, also: Also) -> bool:
    """Whether a question may say so: the kind bears a notation, and narrows what the thing is."""
    kinds = index.kinds
    if not any(also.kind in bearing for (c, _), bearing in kinds.notations.items() if c == also.collection):
        return False
    if also.collection == "action":
        return also.id in kinds.variant_of.get(also.kind, ())
    alike = any(also.kind in sort and also.id in sort for sort in (kinds.roles, kinds.units, kinds.services))
    return alike and kinds.up[also.kind] - {also.kind} <= kinds.up[also.id]


def widened(index: Index, also: frozenset[Also]) -> Index:
    """The index as if the graph said so. Variants of actions change nothing in it: `Question.actions` names them."""
    said = sorted((a.id, a.kind) for a in also if a.collection == "kind")
    if not said:
        return index
    up, up_parts = index.kinds.up, index.kinds.up_parts
    for ident, kind in said:
        up, up_parts = _joined(up, ident, kind), _joined(up_parts, ident, kind)
    kinds = replace(index.kinds, up=up, up_parts=up_parts)
    own = {ident: capacities_of(kinds, ident) for ident, _ in said if ident in index.capacities}
    acting = {**index.capacities, **own}
    return replace(index, kinds=kinds, capacities=acting, staff=staff(acting))


def _joined(above: Closure, ident: str, kind: str) -> Closure:
    return {k: ups | above[kind] if ident in ups else ups for k, ups in above.items()}
