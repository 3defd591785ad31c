"""`rettvei sparql`: a query of one's own, within the limits of the endpoint."""

import asyncio
import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options as o
from kg.core.errors import BadInput
from kg.core.settings import Settings
from kg.store.asking import Query, Results, ask
from kg.wiring import limits, source, strangers
from kg.wording.words import LANGUAGES, load

TEXT = "text/tab-separated-values, text/turtle"
JSON = "application/sparql-results+json, application/ld+json"
BASE = "https://w3id.org/rettvei/"


def run(
    file: Annotated[str, typer.Argument(help="The file that holds the query; - for standard input.")],
    as_json: o.AsJson = False,
    accept: Annotated[str | None, typer.Option(help="Media types, as in the header Accept.")] = None,
    lang: o.Language = "nb",
) -> None:
    """Ask the graph in SPARQL 1.1: rows as tab-separated values, graphs as Turtle. What is cut is told."""
    settings = Settings()
    query = Query(_text(file), accept or (JSON if as_json else TEXT), BASE)
    found = asyncio.run(_asked(settings, query))
    sys.stdout.buffer.write(found.body)
    if not found.body.endswith(b"\n"):
        sys.stdout.buffer.write(b"\n")
    if found.cut:
        words = load(lang if lang in LANGUAGES else "nb")
        typer.echo(words.say(f"text.cut-{found.cut}", most=getattr(limits(settings), found.cut)), err=True)


async def _asked(settings: Settings, query: Query) -> Results:
    where = source(settings)
    pool = strangers(settings, where.location(where.named()))
    try:
        return await ask(pool, query, limits(settings), "")
    finally:
        await pool.close()


def _text(file: str) -> bytes:
    """Raises `BadInput` for a file that cannot be read."""
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        reason = error.strerror or "?"
        raise BadInput(f"{file}: {reason}", reason="no-file", value=file, cause=reason) from error
