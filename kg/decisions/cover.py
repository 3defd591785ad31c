"""How a norm takes in a capacity of the referrer (decisions.md, "Who", "Only")."""

from collections.abc import Iterable, Mapping
from itertools import product

from kg.decisions.scope import NONE
from kg.index.capacities import FIRM, Capacity, Cover
from kg.index.index import Index
from kg.model.decision import Sign
from kg.model.norm import GRANTING, Modality, Norm


def let_act(index: Index, actions: Iterable[str], receivers: Iterable[str]) -> frozenset[str]:
    """The bearers that some norm, wherever and whenever, lets act towards any of these: who is none of them may not."""
    granted = index.shelf.granted
    return NONE.union(*(granted[key] for key in product(actions, receivers) if key in granted))


def is_one_of(index: Index, referrer: str, bearers: frozenset[str]) -> bool:
    """Whether some capacity of the referrer is covered by one of these bearers, on whatever conditions."""
    return any(not capacity.covers.keys().isdisjoint(bearers) for capacity in index.capacities.get(referrer, ()))


def closes(index: Index, norm: Norm) -> bool:
    """Whether an exclusive norm forbids all whom it does not match: a permission, where its authority can close."""
    return norm.modality is Modality.PERMISSION and norm.authority in index.kinds.closing


def sign_of(norm: Norm) -> Sign | None:
    """Which way a norm points, once its bearer is covered; None for one that neither permits nor forbids."""
    if norm.modality in GRANTING:
        return Sign.PERMITS
    return Sign.PROHIBITS if norm.modality is Modality.PROHIBITION else None


def cover_of(index: Index, capacity: Capacity, norm: Norm) -> Cover | None:
    """How the capacity is covered by the norm's bearers: by the one that asks least, or by none.

    A duty to do what a person signs for gives no right to a body: there only roles count.
    """
    covers = covers_of(index, capacity, norm.action)
    roles_only = norm.modality is Modality.DUTY and norm.action in index.kinds.signed_by_person
    found: Cover | None = None
    for bearer in norm.bearers:
        cover = covers.get(bearer)
        if cover is None or (roles_only and bearer not in index.kinds.roles):
            continue
        if cover is FIRM:
            return cover
        if found is None or _asks(cover) < _asks(found):
            found = cover
    return found


def covers_of(index: Index, capacity: Capacity, action: str) -> Mapping[str, Cover]:
    """The bearers that cover the capacity for an action, with how."""
    return capacity.covers if action in index.kinds.passes_to_parts else capacity.covers_whole


def _asks(cover: Cover) -> tuple[int, list[str], tuple[str, ...]]:
    return (len(cover.conditions), sorted(cover.conditions), cover.presuppositions)
