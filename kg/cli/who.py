"""`rettvei who`: who may refer to this receiver?"""

from typing import Annotated

import typer

from kg.cli import options as o
from kg.decisions import search
from kg.model.question import Asked
from kg.wording import lists


def run(
    receiver: Annotated[str, typer.Argument(help="To whom.")],
    service: o.Service = None,
    setting: o.Setting = None,
    group: o.Group = None,
    urgency: o.Urgency = None,
    place: o.Place = None,
    on: o.On = None,
    basis: o.BasisOption = None,
    every: o.Every = False,
    as_json: o.AsJson = False,
    lang: o.Language = "nb",
) -> None:
    """Who may refer to this receiver?"""
    graph, voice = o.opened(lang)
    asked = Asked(
        receiver=receiver,
        service=service,
        setting=setting,
        group=group,
        urgency=urgency,
        place=place,
        on=on,
        basis=basis,
    )
    items = lists.who(search.who(graph.index, o.question(graph, asked)), voice, every=every)
    lines = (f"{i['headline']}: {i['referrer']['label']}" for i in items)
    o.show_list(items, lines, voice, as_json=as_json)
