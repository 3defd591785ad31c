"""The peer: Cedar (https://www.cedarpolicy.com/) through cedarpy, with the same norms as policies.

One policy a norm. Kinds, groups and places are entities with the parents that the graph gives them, so that Cedar's
`in` closes what our index closes. Cedar says yes or no: no precedence, no reasons, no way round.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import cedarpy

from kg.index.index import Index
from kg.model.norm import Modality, Norm
from kg.model.question import Basis, Question

FORBIDS = {Modality.PROHIBITION}


def policies(index: Index) -> cedarpy.PolicySet:
    """The norms, parsed before anything is measured."""
    under = index.kinds.answers_under
    return cedarpy.PolicySet.from_str("\n".join(_policy(n, under.get(n.authority)) for n in index.shelf.by_id.values()))


def entities(index: Index) -> cedarpy.Entities:
    """Kinds, groups and places, parsed before anything is measured."""
    kinds, places = index.kinds, index.places
    above: dict[tuple[str, str], Iterable[str]] = {
        **{("Kind", k): {*up, *index.kinds.up_parts[k], *_units(index, k)} for k, up in kinds.up.items()},
        **{("Group", g): up for g, up in kinds.groups.items()},
        **{("Place", p): [r.place for r in places.reaches.get(p, ())] for p in places.sort},
    }
    return cedarpy.Entities.from_json_str(json.dumps([_entity(*key, up) for key, up in above.items()]))


def request(question: Question) -> dict[str, Any]:
    """A question, as Cedar wants to be asked."""
    context = {
        "place": _uid("Place", question.place),
        "on": _number(question.on),
        "setting": question.setting,
        "urgency": question.urgency,
        "stage": question.stage,
        "holds": sorted(question.holds),
        "basis": question.basis,
    }
    optional = {"service": ("Kind", question.service), "group": ("Group", question.group)}
    return {
        "principal": f'Kind::"{question.referrer}"',
        "action": f'Action::"{question.action}"',
        "resource": f'Kind::"{question.receiver}"',
        "context": json.dumps(context | {name: _uid(sort, key) for name, (sort, key) in optional.items() if key}),
    }


def _policy(norm: Norm, under: str | None) -> str:
    effect = "forbid" if norm.modality in FORBIDS else "permit"
    scope = f'principal, action == Action::"{norm.action}", resource'
    return f"{effect} ({scope}) when {{ {' && '.join(_when(norm, under))} }};"


def _when(norm: Norm, under: str | None) -> Iterator[str]:
    yield f"{json.dumps([Basis.ALL, under or Basis.ALL])}.contains(context.basis)"
    yield f"principal in {_set('Kind', norm.bearers)}"
    if norm.counterparts:
        these = _set("Kind", norm.counterparts)
        yield f"(resource in {these} || (context has service && context.service in {these}))"
    yield f'context.place in Place::"{norm.place}"'
    if first := norm.valid_from or norm.not_before:
        yield f"context.on >= {_number(first)}"
    if norm.valid_to:
        yield f"context.on <= {_number(norm.valid_to)}"
    if norm.groups:
        yield f"context has group && context.group in {_set('Group', norm.groups)}"
    for name, values in (("setting", norm.settings), ("urgency", norm.urgencies), ("stage", norm.stages)):
        if values:
            yield f"{json.dumps(sorted(values))}.contains(context.{name})"
    if norm.conditions:
        yield f"context.holds.containsAll({json.dumps(sorted(norm.conditions))})"


def _units(index: Index, kind: str) -> set[str]:
    every = {u for k in index.kinds.up[kind] for u in index.kinds.works_for.get(k, ())}
    return {up for u in every for up in index.kinds.up_parts[u]}


def _set(sort: str, keys: Iterable[str]) -> str:
    return "[" + ", ".join(f'{sort}::"{key}"' for key in sorted(keys)) + "]"


def _entity(sort: str, key: str, above: Iterable[str]) -> Mapping[str, Any]:
    parents = [{"type": sort, "id": up} for up in sorted(set(above) - {key})]
    return {"uid": {"type": sort, "id": key}, "attrs": {}, "parents": parents}


def _uid(sort: str, key: str) -> dict[str, dict[str, str]]:
    return {"__entity": {"type": sort, "id": key}}


def _number(day: date) -> int:
    return day.year * 10000 + day.month * 100 + day.day
