"""What a release says of itself, in a graph of its own: by it a store is known to hold one version, and all of it."""

import re
from pathlib import Path

from kg.core.errors import StoreUnavailable
from kg.store.port import Literal, Store

GRAPH = "https://w3id.org/rettvei/graph/release"
DATASET = "https://w3id.org/rettvei/id/dataset/rettvei"
VERSION = "http://www.w3.org/2002/07/owl#versionInfo"
STATEMENTS = "http://rdfs.org/ns/void#triples"
"""The terms that a build writes and `release_stated.rq` reads."""

NAME = re.compile(r"[\w.-]{1,64}", re.ASCII)
HERE = Path(__file__).parent


def version(store: Store) -> str:
    """The version that a store says it holds. Raises `StoreUnavailable` when it says none, or more than one."""
    return _stated(store)[0]


def check_whole(store: Store) -> None:
    """Raises `StoreUnavailable` when the store holds other than the number of statements that its release says."""
    named, expected = _stated(store)
    [[found]] = store.select(_query("release_counted")).rows
    if not isinstance(found, Literal) or found.value != expected:
        said = found.value if isinstance(found, Literal) else "none"
        message = f"The store holds {said} of the {expected} statements of version {named}."
        raise StoreUnavailable(message, reason="incomplete", found=said, expected=expected, version=named)


def _stated(store: Store) -> tuple[str, str]:
    rows = list(store.select(_query("release_stated")).rows)
    found = [(v.value, n.value) for v, n in rows if isinstance(v, Literal) and isinstance(n, Literal)]
    if not found:
        raise StoreUnavailable("The store says of no version that it holds it.", reason="no-release")
    if not all(NAME.fullmatch(version) for version, _ in found):
        raise StoreUnavailable("What the store says its version is, is none.", reason="no-release")
    if len(found) > 1:
        raise StoreUnavailable("The store holds several versions.", reason="several")
    return found[0]


def _query(name: str) -> str:
    return (HERE / f"{name}.rq").read_text("utf-8")
