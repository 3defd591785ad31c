"""`rettvei release`: a version as files that a stranger can use without Rettvei."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options as o
from kg.core.settings import Settings
from kg.publishing import release
from kg.wording.voice import choose
from kg.wording.words import Words, load_all

app = typer.Typer(
    no_args_is_help=True, help="The current version as files for others, and what two versions differ in."
)


@app.command()
def write(
    directory: Annotated[Path, typer.Argument(help="A folder that is empty or new, or an earlier release.")],
    lang: o.Language = "nb",
) -> None:
    """Write Turtle, JSON-LD, TriG and N-Quads, DCAT-AP-NO, VoID, the vocabulary in words, and checksums."""
    settings, words = Settings(), choose({w.language: w for w in load_all()}, lang)
    typer.echo(shown(release.write(settings, directory), directory, words, nobody=not settings.contact))


def shown(made: release.Release, directory: Path, words: Words, *, nobody: bool) -> str:
    """What was written, for the terminal, and that no publisher is named where there is none."""
    lines = [words.say("release.written", version=made.version, folder=str(directory))]
    lines += [f"  {name}  {size}" for name, size in made.sizes.items()]
    if nobody:
        lines.append(words.say("release.nobody"))
    return "\n".join(lines)
