"""`rettvei transition`: what must happen now?"""

from typing import Annotated

import typer

from kg.cli import options as o
from kg.decisions.course import course
from kg.index.resolve_task import parse_time
from kg.model.question import Asked
from kg.wording import course as words


def run(
    stage: Annotated[str | None, typer.Argument(help="The stage, such as admission; every stage if left out.")] = None,
    service: o.Service = None,
    group: o.Group = None,
    place: o.Place = None,
    on: o.On = None,
    at: Annotated[str | None, typer.Option(help="When the stage began, as 2026-11-24T14:30.")] = None,
    basis: o.BasisOption = None,
    as_json: o.AsJson = False,
    lang: o.Language = "nb",
) -> None:
    """What must happen now: who, what, by when, in which form, who pays, on what basis."""
    graph, voice = o.opened(lang)
    asked = o.task(graph, Asked(stage=stage, service=service, group=group, place=place, on=on, basis=basis))
    began = parse_time(graph.index, "at", at, asked.place) if at else None
    items = [words.stage(s, voice) for s in course(graph.index, asked, began)]
    o.show_list(items, (line for i in items for line in words.lines(i)), voice, as_json=as_json)
