"""`rettvei decides`: who decides this?"""

from typing import Annotated

import typer

from kg.cli import options as o
from kg.decisions import responsibility
from kg.model.question import Asked
from kg.wording import tasks as words


def run(
    subject: Annotated[str, typer.Argument(help="What is decided, such as declare-ready.")],
    service: o.Service = None,
    group: o.Group = None,
    place: o.Place = None,
    on: o.On = None,
    basis: o.BasisOption = None,
    as_json: o.AsJson = False,
    lang: o.Language = "nb",
) -> None:
    """Who decides this, who cannot set it aside, and where can disagreement be raised?"""
    graph, voice = o.opened(lang)
    asked = o.task(graph, Asked(action=subject, service=service, group=group, place=place, on=on, basis=basis))
    items = [words.mandate(p, voice) for p in responsibility.placed(graph.index, asked, responsibility.DECISIONS)]
    lines = (line for i in items for line in (*words.lines(i["subject"]["label"], i), *i["challenge"]))
    o.show_list(items, lines, voice, as_json=as_json)
