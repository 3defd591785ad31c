"""`rettvei release`: a version as files that a stranger can use without Rettvei."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options as o
from kg.core.settings import Settings
from kg.publishing import difference, release
from kg.wording import news
from kg.wording.voice import Voice, choose
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


@app.command()
def diff(
    old: Annotated[str, typer.Argument(help="A version that is kept, or the folder of a release.")],
    new: Annotated[str, typer.Argument(help="The same, of the newer one.")],
    as_json: o.AsJson = False,
    lang: o.Language = "nb",
) -> None:
    """What the newer one says and the older does not, and the reverse: statements, terms, norms and answers."""
    _, voice = o.opened(lang)
    found = difference.between(Settings(), old, new, lang)
    o.show(found, as_json=as_json, text="\n".join(_lines(found, voice)))


def _lines(found: difference.Json, voice: Voice) -> Iterator[str]:
    for way, count in found["statements"].items():
        yield voice.say(f"release-statements.{way}", count=str(count), old=found["old"], new=found["new"])
    for way in ("added", "removed"):
        if names := found["terms"][way]:
            yield voice.say(f"release-terms.{way}", names=", ".join(names))
    for name, successor in found["terms"]["retired"].items():
        yield voice.say("release.retired" if successor else "release.retired-alone", name=name, by=successor or "")
    for item in found["items"]:
        yield news.title(item, voice)
        yield from (f"  {line}" for line in news.lines(item, voice))
    if found["otherAnswers"]:
        yield voice.say("changes.other-answers", count=str(found["otherAnswersInAll"]))
