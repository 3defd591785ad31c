"""`rettvei routes`: which way round is there from a referrer to a receiver?"""

from typing import Annotated

import typer

from kg.cli import options as o
from kg.decisions import routes
from kg.model.question import Asked
from kg.wording import routes as words


def run(
    referrer: Annotated[str, typer.Argument(help="Who needs a way.")],
    receiver: Annotated[str, typer.Argument(help="To whom.")],
    service: o.Service = None,
    setting: o.Setting = None,
    group: o.Group = None,
    urgency: o.Urgency = None,
    place: o.Place = None,
    on: o.On = None,
    basis: o.BasisOption = None,
    as_json: o.AsJson = False,
    lang: o.Language = "nb",
) -> None:
    """Ways from a referrer to a receiver through somebody who may refer."""
    graph, voice = o.opened(lang)
    asked = Asked(
        referrer=referrer,
        receiver=receiver,
        service=service,
        setting=setting,
        group=group,
        urgency=urgency,
        place=place,
        on=on,
        basis=basis,
    )
    found = routes.routes(graph.index, o.question(graph, asked))
    lines = (words.sentence(r, voice) for r in found)
    o.show_list([words.shown(r, voice) for r in found], lines, voice, as_json=as_json)
