"""`rettvei codebook`: how each sentence became a norm, as a document."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options as o
from kg.index.resolve import parse_day, today
from kg.publishing import document
from kg.wording import codebooks


def run(
    out: Annotated[Path, typer.Option(help="The file to write, in Markdown.")],
    on: o.On = None,
    as_json: o.AsJson = False,
    lang: o.Language = "nb",
) -> None:
    """Every norm with basis, dates, grades, doubts and what it was made from; the conventions; how to cite."""
    graph, voice = o.opened(lang)
    day = parse_day("on", on) if on else today()
    document.write(out, codebooks.lines(voice, graph.voices["en"], graph.voices["nb"], day))
    count = len(graph.index.shelf.by_id)
    said = voice.say("codebook.written", norms=str(count), file=str(out), version=graph.version)
    o.show({"file": str(out), "norms": count, "kgVersion": graph.version}, as_json=as_json, text=said)
