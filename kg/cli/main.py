"""The `rettvei` command."""

import sys

import typer

from kg.cli import build, check, conflicts, coverage, diff, matrix, query, routes, serve, where, who
from kg.core.errors import AmbiguousName, BuildError, RettveiError, UnknownName

app = typer.Typer(
    help="Who may refer whom, on what basis, and which way round.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
for verb in (check, who, where, routes, matrix, diff, conflicts, query, coverage, build, serve):
    app.command(name=verb.__name__.rpartition(".")[2])(verb.run)


def main() -> None:
    """Run the command; an error that Rettvei raises on purpose is one line on standard error, and exit code 2."""
    try:
        app()
    except RettveiError as error:
        sys.stderr.write(explained(error) + "\n")
        sys.exit(2)


def explained(error: RettveiError) -> str:
    """An error as one line, with what to choose from; a build names each problem on a line of its own."""
    if isinstance(error, BuildError):
        return "\n  ".join([error.message, *map(str, _listed(error, "problems"))])
    if isinstance(error, UnknownName | AmbiguousName):
        names = ", ".join([*_listed(error, "closest"), *_listed(error, "choices")])
        hint = f" Known: {names}." if names else ""
        return f"{error.details['parameter']}: {error.message}{hint}"
    parameter = error.details.get("parameter")
    return f"{parameter}: {error.message}" if parameter else error.message


def _listed(error: RettveiError, name: str) -> list[str]:
    found = error.details.get(name, [])
    return [str(x) for x in found] if isinstance(found, list) else []
