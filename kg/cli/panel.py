"""`rettvei panel`: outcomes for many places and days as a table, for research."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from kg.cli import names
from kg.cli import options as o
from kg.core.errors import RettveiError
from kg.decisions import panel as decided
from kg.decisions import search
from kg.decisions.beside import coverage
from kg.index.resolve import basis_of, parse_day, resolve, today
from kg.model.question import Asked, Question
from kg.publishing import table
from kg.wiring import Graph
from kg.wording import panel as words
from kg.wording.errors import explained
from kg.wording.voice import Voice

_ONE_A_LINE = "one name a line, or CSV with a column"
Places = Annotated[Path, typer.Option(help=f"File of places: {_ONE_A_LINE} place.")]
Dates = Annotated[Path, typer.Option(help=f"File of days, as 2018-10-01: {_ONE_A_LINE} date.")]
Referrers = Annotated[Path | None, typer.Option(help=f"File of referrers: {_ONE_A_LINE} referrer. All if left out.")]
Receivers = Annotated[Path | None, typer.Option(help=f"File of receivers: {_ONE_A_LINE} receiver. All if left out.")]
Out = Annotated[Path, typer.Option(help="The file to write: .csv, or .parquet with the extra rettvei[panel].")]


def run(
    places: Places,
    dates: Dates,
    out: Out,
    referrers: Referrers = None,
    receivers: Receivers = None,
    basis: o.BasisOption = None,
    as_json: o.AsJson = False,
    lang: o.Language = "nb",
) -> None:
    """Every referrer towards every receiver at each place and day, as CSV or Parquet."""
    table.check(out)
    graph, voice = o.opened(lang)
    asked = questions(graph, voice, places, dates, basis)
    asking = _actors(graph, voice, referrers, "referrer") or search.referrers(graph.index, "refer")
    asked_of = _actors(graph, voice, receivers, "receiver") or search.receivers(graph.index, "refer")
    about = {"kgVersion": graph.version, "basis": asked[0][1].basis.value}
    count = table.write(out, words.COLUMNS, _rows(graph, voice, asked, asking, asked_of), about)
    said = voice.say("panel.written", rows=str(count), file=str(out), version=graph.version)
    o.show({"file": str(out), "rows": count, "kgVersion": graph.version}, as_json=as_json, text=said)


def questions(graph: Graph, voice: Voice, places: Path, dates: Path, basis: str | None) -> list[tuple[str, Question]]:
    """A question a place and day, with the place as written, in the order of the files.

    A name means what it meant on the day. Raises `BadInput`, with file and line.
    """
    basis_of(basis)  # no fault of a file
    named = names.read(places, "place")
    days = names.understood(names.read(dates, "date"), lambda d: parse_day("date", d), _said(voice))
    by_day = [
        names.understood(
            named,
            lambda p, on=day: resolve(graph.index, Asked(place=p, basis=basis), on),  # type: ignore[misc]
            _said(voice),
        )
        for day in days
    ]
    return [(line.value, q) for same in zip(*(d.items() for d in by_day), strict=True) for q, line in same]


def _actors(graph: Graph, voice: Voice, file: Path | None, column: str) -> tuple[str, ...]:
    """The kinds that a file names, none without a file."""
    if file is None:
        return ()

    def find(name: str) -> str:
        asked = Asked(referrer=name) if column == "referrer" else Asked(receiver=name)
        found = resolve(graph.index, asked, today())
        return found.referrer if column == "referrer" else found.receiver

    return tuple(sorted(names.understood(names.read(file, column), find, _said(voice))))


def _said(voice: Voice) -> names.Say:
    def said(error: RettveiError) -> str:
        return explained(error, voice.words, voice.index.labels).detail

    return said


def _rows(
    graph: Graph,
    voice: Voice,
    asked: list[tuple[str, Question]],
    referrers: tuple[str, ...],
    receivers: tuple[str, ...],
) -> Iterator[tuple[str, ...]]:
    quiet = not sys.stderr.isatty()
    for place, question in track(asked, "panel", console=Console(stderr=True), transient=True, disable=quiet):
        read = words.coverage(coverage(graph.index, question))
        for decision in decided.panel(graph.index, (question,), referrers, receivers):
            yield words.row(place, decision, read, voice)
