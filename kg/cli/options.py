"""Options that several verbs share, and how their answers are printed."""

import json
from collections.abc import Iterable
from typing import Annotated, Any

import typer

from kg.core.settings import Settings
from kg.index.resolve import resolve, today
from kg.index.resolve_task import resolve_task
from kg.model.question import Asked, Question
from kg.wiring import Graph, open_graph
from kg.wording import lists
from kg.wording.voice import Voice, choose

Service = Annotated[str | None, typer.Option(help="The service that the receiver is asked for, such as tsb.")]
Setting = Annotated[str | None, typer.Option(help="outpatient (assumed) or inpatient.")]
Group = Annotated[str | None, typer.Option(help="The client group.")]
Urgency = Annotated[str | None, typer.Option(help="planned (assumed) or emergency.")]
Place = Annotated[str | None, typer.Option(help="Municipality, district or area, by name or number.")]
On = Annotated[str | None, typer.Option(help="The day, as 2018-10-01; today if left out.")]
BasisOption = Annotated[str | None, typer.Option("--basis", help="law, papers or all.")]
Action = Annotated[str | None, typer.Option(help="refer (assumed), or another action.")]
Holds = Annotated[list[str] | None, typer.Option(help="A condition that holds, by its id; repeatable.")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON as in the HTTP API.")]
Language = Annotated[str, typer.Option("--lang", help="nb, nn, da or en.")]
Every = Annotated[bool, typer.Option("--all", help="Those for whom no rule is known, too.")]


def opened(language: str) -> tuple[Graph, Voice]:
    """The current graph and its voice of a language. Raises `BadInput`, `StoreMissing`."""
    found = open_graph(Settings())
    return found, choose(found.voices, language)


def question(found: Graph, asked: Asked) -> Question:
    """The question as this graph understands it, today where no day was given."""
    return resolve(found.index, asked, today())


def task(found: Graph, asked: Asked) -> Question:
    """The question about a task or a stage, as this graph understands it, today where no day was given."""
    return resolve_task(found.index, asked, today())


def show(answer: Any, *, as_json: bool, text: str) -> None:
    """Print JSON or text."""
    typer.echo(
        json.dumps(answer, ensure_ascii=False, indent=2) if as_json else text, nl=as_json or not text.endswith("\n")
    )


def show_list(items: list[lists.Json], lines: Iterable[str], said: Voice, *, as_json: bool, none: str = "none") -> None:
    """Print a list whole: as the page of the HTTP API that holds all of it, or a line an item."""
    text = "\n".join(lines) or said.say(f"text.{none}")
    show(lists.page(items, said, len(items), 0), as_json=as_json, text=text)
