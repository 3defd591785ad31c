"""`rettvei responsible`: who has to do what?"""

from typing import Annotated

import typer

from kg.cli import options as o
from kg.decisions import responsibility
from kg.model.question import Asked
from kg.wording import tasks as words

Task = Annotated[str | None, typer.Option(help="The task, such as make-individual-plan; all if left out.")]
Actor = Annotated[str | None, typer.Option(help="Who it is asked of; anybody if left out.")]
Stage = Annotated[str | None, typer.Option(help="The stage, such as discharge.")]


def run(
    task: Task = None,
    stage: Stage = None,
    actor: Actor = None,
    service: o.Service = None,
    group: o.Group = None,
    place: o.Place = None,
    on: o.On = None,
    basis: o.BasisOption = None,
    as_json: o.AsJson = False,
    lang: o.Language = "nb",
) -> None:
    """Who has to do what, and does one, several or nobody we know of have it?"""
    graph, voice = o.opened(lang)
    asked = Asked(
        action=task,
        stage=stage,
        referrer=actor or "",
        service=service,
        group=group,
        place=place,
        on=on,
        basis=basis,
    )
    found = responsibility.placed(graph.index, o.task(graph, asked), responsibility.TASKS)
    items = [words.responsibility(p, voice) for p in found]
    lines = (line for i in items for line in words.lines(i["task"]["label"], i))
    o.show_list(items, lines, voice, as_json=as_json, none="nobody-placed")
