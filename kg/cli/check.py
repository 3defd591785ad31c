"""`rettvei check`: may this referrer refer to this receiver?"""

from typing import Annotated

import typer

from kg.cli import options as o
from kg.core.errors import BadInput
from kg.decisions.beside import explain
from kg.decisions.permission import check
from kg.model.question import Asked
from kg.wording import identity
from kg.wording.answer import render
from kg.wording.text import as_text


def run(
    referrer: Annotated[str | None, typer.Option(help="Who refers.")] = None,
    receiver: Annotated[str | None, typer.Option(help="To whom.")] = None,
    service: o.Service = None,
    setting: o.Setting = None,
    group: o.Group = None,
    urgency: o.Urgency = None,
    place: o.Place = None,
    on: o.On = None,
    basis: o.BasisOption = None,
    action: o.Action = None,
    holds: o.Holds = None,
    decision: Annotated[str | None, typer.Option(help="Ask a decision again, by its id.")] = None,
    as_json: o.AsJson = False,
    lang: o.Language = "nb",
) -> None:
    """May this referrer refer to this receiver: the answer, its basis, and the way round."""
    asked = Asked(
        referrer=referrer or "",
        receiver=receiver or "",
        service=service,
        setting=setting,
        group=group,
        urgency=urgency,
        place=place,
        on=on,
        basis=basis,
        action=action,
        holds=tuple(holds or ()),
    )
    _answer(asked, decision, as_json, lang)


def _answer(asked: Asked, decision: str | None, as_json: bool, lang: str) -> None:
    graph, voice = o.opened(lang)
    version = graph.version
    if decision:
        version, question = identity.read(decision, graph.index)
    elif asked.referrer and asked.receiver:
        question = o.question(graph, asked)
    else:
        raise BadInput("Give --referrer and --receiver, or --decision.", reason="nobody")
    answer = render(explain(graph.index, check(graph.index, question)), voice)
    text = as_text(answer, voice)
    if version != graph.version:
        text += voice.say("text.version-differs", old=version, new=graph.version) + "\n"
        answer["askedOfVersion"] = version
    o.show(answer, as_json=as_json, text=text)
