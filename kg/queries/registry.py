"""The stored queries of a folder, by name: `queries/referral/who.rq` is `referral/who`."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.core.errors import BadInput, QueryFileError
from kg.queries import body, header
from kg.queries.body import Slot
from kg.queries.header import Header
from kg.store.port import Store

_POSITION = re.compile(r"\b(\d+):\d+\b")


@dataclass(frozen=True, slots=True)
class StoredQuery:
    """One file: its name `topic/question`, its header, its whole text, and where values go in (None: nowhere)."""

    name: str
    header: Header
    text: str
    slot: Slot | None

    @property
    def file(self) -> str:
        """The file as errors name it, from the folder of queries on."""
        return f"queries/{self.name}.rq"


def edition(queries: Mapping[str, StoredQuery]) -> str:
    """Twelve hex digits over the texts of all queries: an edited one gives others."""
    whole = hashlib.sha256()
    for query in queries.values():
        whole.update(f"{query.name}\0{query.text}\0".encode())
    return whole.hexdigest()[:12]


def load(queries_root: Path) -> Mapping[str, StoredQuery]:
    """All queries under `queries_root/<topic>/<question>.rq`, in the order of their names.

    Raises `QueryFileError` naming file and line for a malformed one, and for a folder that holds none. Whether the
    SPARQL itself is well formed is not looked at: see `check_syntax`.
    """
    found = {}
    for path in sorted(queries_root.rglob("*.rq")):
        name = path.relative_to(queries_root).with_suffix("").as_posix()
        found[name] = _read(path, name)
    if not found:
        raise QueryFileError("There are no stored queries here.", file="queries")
    return found


def parse(text: str, name: str) -> StoredQuery:
    """The stored query `topic/question` with this text. Raises `QueryFileError`."""
    file = f"queries/{name}.rq"
    head = header.parse(text, file)
    return StoredQuery(name, head, text, body.read(text, head, file))


def check_syntax(queries: Mapping[str, StoredQuery], empty: Store) -> None:
    """Try each query on a store that holds nothing: the engine says whether it is well formed.

    Raises `QueryFileError` for the first that is not, with the line where the engine names one.
    """
    for query in queries.values():
        try:
            empty.select(query.text)
        except BadInput as error:
            raise malformed(query, error) from error


def malformed(query: StoredQuery, error: BadInput) -> QueryFileError:
    """What to raise when an engine cannot read a stored query."""
    position = _POSITION.search(error.message)
    return QueryFileError(error.message, file=query.file, line=int(position[1]) if position else None)


def _read(path: Path, name: str) -> StoredQuery:
    if name.count("/") != 1:
        raise QueryFileError("A query stands in a topic: queries/<topic>/<question>.rq.", file=f"queries/{name}.rq")
    try:
        return parse(path.read_text(encoding="utf-8"), name)
    except UnicodeDecodeError as error:
        raise QueryFileError("The file is not UTF-8.", file=f"queries/{name}.rq") from error
