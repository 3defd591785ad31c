"""What one release says and another does not: statements, inferred ones too, then terms, norms and answers.

Norms and answers are compared as for `rettvei changes` (`kg.decisions.changed`); here any two versions or folders are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.core.errors import BadInput
from kg.core.iris import ID, NS
from kg.core.settings import Settings
from kg.decisions.changed import changed
from kg.index.compile import compile_index
from kg.index.resolve import today
from kg.publishing import folder, release
from kg.publishing.describe import query
from kg.queries import registry
from kg.store import forms, oxigraph, released, versions
from kg.store.port import Store
from kg.wording import changes
from kg.wording.voice import choose, voices

Json = dict[str, Any]
Terms = Mapping[str, str | None]
_GRAPH = "rettvei.nq"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its version, its store and its quads."""

    version: str
    store: Store
    quads: bytes

    def statements(self) -> set[bytes]:
        """What it says, whatever the graph; blank nodes are left out, whose names mean nothing elsewhere."""
        return {line for line in forms.merged(self.quads).splitlines() if b"_:c14n" not in line}

    def terms(self) -> tuple[set[str], Terms]:
        """All that has a name, and what took the place of each name that is retired, if anything did."""
        rows = list(self.store.select(query("terms")).rows)
        retired = {_short(str(term)): new and _short(str(new)) for term, gone, new in rows if gone}
        return {_short(str(term)) for term, _, _ in rows}, retired


def between(settings: Settings, old: str, new: str, language: str) -> Json:
    """What `new` holds otherwise than `old`: each a version that is kept, or the folder of a release.

    Raises `BadInput` for what is neither, and for a folder whose files do not fit their checksums.
    """
    before, after = side(settings, old), side(settings, new)
    queries = registry.load(settings.queries)
    indexes = [compile_index(s.store, queries, s.version) for s in (before, after)]
    spoken = [choose(voices(index), language) for index in indexes]
    found = changes.shown(changed(indexes[0], indexes[1], today()), spoken[0], spoken[1])
    said, says = before.statements(), after.statements()
    (had, was_retired), (has, is_retired) = before.terms(), after.terms()
    return {
        "old": before.version,
        "new": after.version,
        "statements": {"added": len(says - said), "removed": len(said - says)},
        "terms": {
            "added": sorted(has - had),
            "removed": sorted(had - has),
            "retired": {t: new for t, new in sorted(is_retired.items()) if t not in was_retired},
        },
        **found,
    }


def side(settings: Settings, name: str) -> Side:
    """A version by its id, or a release by its folder. Raises as `between` does."""
    place = Path(name)
    if folder.names(place):
        quads = _checked(place)
        store = oxigraph.in_memory(quads)
        return Side(released.version(store), store, quads)
    kept = {v.id: v for v in versions.known(settings.home)}
    if name not in kept:
        message = f"{name} is neither a version that is kept here nor a folder with a release."
        raise BadInput(message, reason="no-release", value=name, versions=sorted(kept))
    return Side(name, kept[name].open(), release.graph(kept[name]))


def _checked(place: Path) -> bytes:
    """The graph of a release, if it is as it was written."""
    sums = {line[66:]: line[:64] for line in (place / folder.SUMS).read_text("utf-8").splitlines()}
    try:
        quads = (place / _GRAPH).read_bytes()
    except OSError:
        quads = b""
    if folder.digest(quads) != sums.get(_GRAPH):
        message = f"{place} was changed after it was written: {_GRAPH} does not fit its checksum."
        raise BadInput(message, reason="changed-release", value=str(place), file=_GRAPH)
    return quads


def _short(term: str) -> str:
    """A term as people know it: `rv:Norm`, `kind/gp`."""
    return f"rv:{term.removeprefix(NS)}" if term.startswith(NS) else term.removeprefix(ID)
