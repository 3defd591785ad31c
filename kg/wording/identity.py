"""The id of a decision: the version that gave it and the question itself, so that nothing has to be stored."""

import base64
import binascii
import json
from dataclasses import replace
from datetime import date
from typing import Any

import orjson

from kg.core.errors import BadInput
from kg.index.index import Index
from kg.index.resolve import resolve
from kg.model.question import Also, Asked, Question

_MOST = 4000
_FACETS = ("referrer", "receiver", "action", "service", "setting", "group", "urgency", "stage", "place", "on", "basis")


def decision_id(version: str, question: Question) -> str:
    """`<version>.<base64url of the canonical JSON of the question>`."""
    written = base64.urlsafe_b64encode(canonical(question)).decode("ascii").rstrip("=")
    return f"{version}.{written}"


def canonical(question: Question) -> bytes:
    """A question as JSON that is the same whenever the question is."""
    plain: dict[str, Any] = {f: getattr(question, f) for f in _FACETS}
    plain |= {"on": question.on.isoformat(), "basis": question.basis.value, "holds": sorted(question.holds)}
    plain |= {"assumed": sorted(question.assumed), "notes": sorted(question.notes)}
    if question.also:
        plain["also"] = [list(also) for also in sorted(question.also)]
    return orjson.dumps(plain, option=orjson.OPT_SORT_KEYS)


def read(decision: str, index: Index) -> tuple[str, Question]:
    """The version that gave a decision, and its question as this index understands it.

    Raises `BadInput` when it is no decision id, `UnknownName` when a term is gone.
    """
    version, dot, written = decision.rpartition(".")
    plain = _plain(written) if dot and len(decision) <= _MOST else None
    if plain is None:
        message = "This is no decision id: copy it whole from an answer."
        raise BadInput(message, reason="no-decision", parameter="decision")
    assumed, notes = frozenset(plain.pop("assumed")), tuple(plain.pop("notes"))
    also = [Also(*a) for a in plain.pop("also", ())]
    again = resolve(index, Asked(**plain | {"holds": tuple(plain["holds"])}), date.min, also)
    return version, replace(again, assumed=assumed & {*_FACETS}, notes=notes and again.notes)


def _plain(written: str) -> dict[str, Any] | None:
    """What stands in a decision id, or None where it is not what we write."""
    try:
        plain = json.loads(base64.urlsafe_b64decode(written + "=" * (-len(written) % 4)))
        also = [*plain.get("also", ())]
        lists = [*(plain[name] for name in ("holds", "assumed", "notes")), *also]
        singles = [plain[name] for name in _FACETS]
    except (binascii.Error, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    sound = all(isinstance(x, list) and all(isinstance(e, str) for e in x) for x in lists)
    sound = sound and all(x is None or isinstance(x, str) for x in singles) and all(len(a) == 3 for a in also)
    sound = sound and len(plain.keys() - {"also"}) == len(_FACETS) + 3
    return plain if sound and all(plain[name] for name in ("referrer", "receiver", "on")) else None
