"""`rettvei where`: to whom may this referrer refer?"""

from typing import Annotated

import typer

from kg.cli import options as o
from kg.decisions import search
from kg.model.question import Asked
from kg.wording import lists


def run(
    referrer: Annotated[str, typer.Argument(help="Who refers.")],
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
    """To whom may this referrer refer?"""
    graph, voice = o.opened(lang)
    asked = Asked(
        referrer=referrer,
        service=service,
        setting=setting,
        group=group,
        urgency=urgency,
        place=place,
        on=on,
        basis=basis,
    )
    items = lists.where(search.where(graph.index, o.question(graph, asked)), voice, every=every)
    lines = (f"{i['headline']}: {i['receiver']['label']}" for i in items)
    o.show_list(items, lines, voice, as_json=as_json)
