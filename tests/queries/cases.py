"""The case files of stored queries: `queries/<topic>/<question>.cases.yaml`.

    - name: a team may be covered by what is said of its municipality
      world: questions              # a file of tests/worlds; without it the shipped graph
      params: {receiver: clinic}
      answers: [Q003]               # competency questions that this call helps to answer
      rows:                         # exactly these, in the order of the query, without what is unbound
        - {norm: doctor-to-care}

For the shipped graph, which grows, `includes` and `excludes` may stand in place of `rows`: parts of rows that some row
must show, and that none may.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from kg.core.iris import ID, NS
from kg.queries.plain import Plain
from kg.queries.registry import StoredQuery, load

ROOT = Path(__file__).parents[2]
QUERIES = load(ROOT / "queries")
KEYS = {"name", "world", "params", "answers", "rows", "includes", "excludes"}
Row = Mapping[str, Plain]


@dataclass(frozen=True)
class Case:
    """One call of a query and what comes back; `world` is None for the shipped graph."""

    query: StoredQuery
    name: str
    world: str | None
    params: Mapping[str, str]
    answers: tuple[str, ...]
    rows: tuple[Row, ...] | None
    includes: tuple[Row, ...]
    excludes: tuple[Row, ...]

    def __str__(self) -> str:
        return f"{self.query.name}: {self.name}"


def of(query: StoredQuery) -> list[Case]:
    """The cases of a query, in the order of its file."""
    return [case for case in CASES if case.query == query]


def differences(case: Case, found: list[Row]) -> list[str]:
    """What a case says and the answer does not, or the reverse; nothing where they agree."""
    told = [
        f"not there: {dict(part)}" for part in case.includes if not any(part.items() <= row.items() for row in found)
    ]
    told += [f"there: {dict(part)}" for part in case.excludes if any(part.items() <= row.items() for row in found)]
    if case.rows is not None:
        told += [f"not there: {dict(row)}" for row in case.rows if row not in found]
        told += [f"there: {dict(row)}" for row in found if row not in case.rows]
        ordered = "ORDER BY" in case.query.text
        if not told and (len(found) != len(case.rows) or (ordered and found != list(case.rows))):
            told = [f"other order or number: {[dict(row) for row in found]}"]
    return told


def short(row: Row) -> Row:
    """A row without what is unbound, its IRIs as `collection/id` or `rv:term`."""
    return {name: _short(value) for name, value in row.items() if value is not None}


def _short(value: Plain) -> Plain:
    return value.removeprefix(ID).replace(NS, "rv:") if isinstance(value, str) else value


def _case(query: StoredQuery, entry: dict[str, object]) -> Case:
    assert entry.keys() <= KEYS, f"{query.name}: a case has {sorted(KEYS)}, not {sorted(entry.keys() - KEYS)}"
    assert ("rows" in entry) != bool({"includes", "excludes"} & entry.keys()), f"{query.name}: rows, or parts of rows"
    return Case(
        query=query,
        name=str(entry["name"]),
        world=entry.get("world"),
        params={name: _text(value) for name, value in (entry.get("params") or {}).items()},
        answers=tuple(entry.get("answers", ())),
        rows=_rows(entry["rows"]) if "rows" in entry else None,
        includes=_rows(entry.get("includes", ())),
        excludes=_rows(entry.get("excludes", ())),
    )


def _rows(rows: list[dict[str, object]]) -> tuple[Row, ...]:
    return tuple({name: v if isinstance(v, int) else str(v) for name, v in row.items()} for row in rows)


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _read(query: StoredQuery) -> list[Case]:
    file = ROOT / "queries" / f"{query.name}.cases.yaml"
    return [_case(query, entry) for entry in yaml.safe_load(file.read_text("utf-8"))] if file.is_file() else []


CASES = tuple(case for query in QUERIES.values() for case in _read(query))
"""All cases of all queries that have a file of them."""
