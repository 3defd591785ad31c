"""`rettvei diff`: where are two days, places or sets of sources answered differently?"""

from typing import Annotated

import typer

from kg.cli import options as o
from kg.decisions.diff import diff
from kg.model.question import Asked
from kg.wording import lists


def run(
    from_day: Annotated[str | None, typer.Option("--from", help="The earlier day.")] = None,
    to_day: Annotated[str | None, typer.Option("--to", help="The later day.")] = None,
    place: o.Place = None,
    against: Annotated[str | None, typer.Option(help="The other place.")] = None,
    basis: o.BasisOption = None,
    against_basis: Annotated[str | None, typer.Option(help="The other set of sources: law, papers or all.")] = None,
    as_json: o.AsJson = False,
    lang: o.Language = "nb",
) -> None:
    """Where answers differ between two days, places or sets of sources, and because of which norms."""
    graph, voice = o.opened(lang)
    before = Asked(on=from_day, place=place, basis=basis)
    after = Asked(on=to_day, place=against or place, basis=against_basis or basis)
    found = diff(graph.index, o.question(graph, before), o.question(graph, after))
    items = lists.differences(found, voice)
    lines = (_line(i, voice.say("text.coverage-only")) for i in items)
    o.show_list(items, lines, voice, as_json=as_json, none="same")


def _line(item: lists.Json, coverage_only: str) -> str:
    asked = item["question"]
    mark = f" ({coverage_only})" if item["coverageOnly"] else ""
    sides = f"{item['before']['headline']} → {item['after']['headline']}"
    return f"{asked['referrer']['label']} → {asked['receiver']['label']}: {sides}{mark}"
