"""Every row of the fact collection about referral is in the graph, or left out with a reason; none is in both."""

import tomllib
from collections.abc import Set
from functools import cache
from pathlib import Path

import pytest
from rdflib import Namespace

from kg.core.iris import NS
from kg.core.settings import Settings
from kg.sources import manifest, turtle
from tests.ontology import fact_collection as rows

RV = Namespace(NS)
ONTOLOGY = Settings().ontology

pytestmark = pytest.mark.skipif(not rows.FACTS.is_dir(), reason="the fact collection is not beside this checkout")


@cache
def cited() -> dict[str, str]:
    """What the graph says it was made from: fact → the first file that cites it."""
    found: dict[str, str] = {}
    for module in manifest.load(ONTOLOGY).modules:
        if module.path.endswith(".ttl"):
            for fact in turtle.read(ONTOLOGY / module.path).objects(None, RV.fact):
                found.setdefault(str(fact), module.path)
    return found


@cache
def stated() -> set[str]:
    """The facts that norms were made from."""
    files = [m.path for m in manifest.load(ONTOLOGY).modules if m.path.endswith(".ttl")]
    graphs = [turtle.read(ONTOLOGY / file) for file in files]
    return {str(fact) for g in graphs for norm in g.subjects(RV.basis) for fact in g.objects(norm, RV.fact)}


@cache
def left_out() -> dict[str, str]:
    """What is left out, with the reason."""
    table: dict[str, str] = tomllib.loads((ONTOLOGY / "left_out.toml").read_text("utf-8"))["left_out"]
    return table


def unaccounted(owed: Set[str], there: Set[str], out: Set[str]) -> list[str]:
    """What is wanted and neither in the graph nor left out."""
    return sorted(owed - there - out)


def test_each_row_is_in_the_graph_or_left_out() -> None:
    owed = rows.owed(rows.law(), rows.papers())
    assert unaccounted(owed, cited().keys(), left_out().keys()) == []


def test_a_row_that_states_a_rule_is_a_norm() -> None:
    ruling = set(rows.ruling(rows.law()))
    assert len(ruling) > 25
    assert unaccounted(ruling, stated(), left_out().keys()) == []


def test_nothing_is_in_the_graph_and_left_out() -> None:
    assert {fact: file for fact, file in cited().items() if fact in left_out()} == {}


def test_every_reason_is_a_sentence() -> None:
    assert left_out()
    assert [fact for fact, reason in left_out().items() if len(reason.split()) < 3 or not reason.endswith(".")] == []


def test_nothing_unknown_is_cited_or_left_out() -> None:
    known = rows.known(rows.law(), rows.papers())
    assert {fact: file for fact, file in cited().items() if fact not in known} == {}
    assert sorted(left_out().keys() - known) == []


def test_a_missing_row_is_named() -> None:
    assert unaccounted({"R-1", "R-2", "R-3"}, {"R-1"}, {"R-3"}) == ["R-2"]


def test_rows_without_a_number_get_a_key() -> None:
    text = """## 3. Who
### 3.2 Lists
| Receiver | Kind |
|---|---|
| TSB, Helse Bergen | `practice` |
| LAR | `practice` |
### 3.3 Intake
| R-320 | x |
## 6. Timeline
| Date | Event |
|---|---|
| 2023-07-01 | one |
| 2023-07-01 | two |
## 4. Discharge
### 4.1 Rates
| 2014 | 4 255 | x |
## 7. Roles
| Bokmål | English |
| Date | no |
## 10. Dependent
1. first
2. second
"""
    assert list(rows.lists(text)) == ["3.2:Helse Bergen TSB", "3.2:LAR"]
    assert list(rows.events(text)) == ["6:2023-07-01", "6:2023-07-01 (2)"]
    assert list(rows.dependent(text)) == ["10:1", "10:2"]
    assert list(rows.rates(text)) == ["4.1:2014"]
    assert rows.owed(text, {"F1": "finding"}) >= {"R-320", "3.2:LAR", "F1", "7:Date"}


def test_the_fact_collection_is_whole() -> None:
    assert len(rows.NUMBERED.findall(rows.section(rows.law(), "3"))) > 50
    assert len(list(rows.lists(rows.law()))) == 15
    assert Path(rows.FACTS / "law.md").is_file()
