"""The `rettvei` command."""

import sys
from typing import Annotated

import typer

import kg
from kg.cli import (
    build,
    changes,
    check,
    codebook,
    conflicts,
    coverage,
    decides,
    diagnose,
    diff,
    matrix,
    panel,
    query,
    release,
    responsible,
    routes,
    serve,
    sparql,
    transition,
    where,
    who,
)
from kg.core.errors import AmbiguousName, RettveiError, UnknownName
from kg.core.settings import Settings
from kg.index.labels import Labels
from kg.wiring import open_graph
from kg.wording import errors
from kg.wording.words import LANGUAGES, Words, load

app = typer.Typer(
    epilog="Exit codes: 0 answered; 2 the question, or the graph, cannot be used: one line on standard error says why.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
VERBS = (
    *(check, who, where, routes, matrix, panel, codebook, diff, conflicts),
    *(responsible, decides, transition, diagnose),
    *(changes, query, sparql, coverage, build, serve),
)
for verb in VERBS:
    app.command(name=verb.__name__.rpartition(".")[2])(verb.run)
app.add_typer(release.app, name="release")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"rettvei {kg.__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", help="Its version.", callback=_version, is_eager=True)] = False,
) -> None:
    """Who may refer whom, on what basis, and which way round."""


def main() -> None:
    """Run the command; an error that Rettvei raises on purpose is one line on standard error, and exit code 2."""
    try:
        app()
    except RettveiError as error:
        sys.stderr.write(explained(error, load(_language(sys.argv)), _labels(error)) + "\n")
        sys.exit(2)


def explained(error: RettveiError, words: Words, labels: Labels | None = None) -> str:
    """An error as one line, with what to choose from; a build names each problem on a line of its own."""
    said = errors.explained(error, words, labels)
    problems = error.details.get("problems", [])
    lines = [f"{said.title}: {said.detail}", *(problems if isinstance(problems, list) else [])]
    return "\n  ".join(map(str, lines))


def _labels(error: RettveiError) -> Labels | None:
    """What the names to choose from are called; only an error over names has any. Their ids where it is gone since."""
    if not isinstance(error, UnknownName | AmbiguousName):
        return None
    try:
        return open_graph(Settings()).index.labels
    except RettveiError:
        return None


def _language(words: list[str]) -> str:
    """The language asked for, as far as the words of a command that failed tell."""
    pairs = zip(words, [*words[1:], ""], strict=True)
    asked = [w.removeprefix("--lang=") if w != "--lang" else after for w, after in pairs if w.startswith("--lang")]
    return next((a for a in asked if a in LANGUAGES), "nb")
