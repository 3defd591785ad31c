"""`rettvei diagnose`: what does a team or case cover of integration, and what does it lack?"""

from typing import Annotated

import typer

from kg.cli import options as o
from kg.wiring import diagnosis
from kg.wording import diagnosis as words


def run(
    subject: Annotated[str, typer.Argument(help="A team, unit or place of a study, such as ibbis-large-team.")],
    as_json: o.AsJson = False,
    lang: o.Language = "nb",
) -> None:
    """What a team or case of a study covers of integration, what it lacks, and which barriers it meets or leaves."""
    graph, voice = o.opened(lang)
    item = words.shown(diagnosis(graph, subject), voice)
    o.show(item, as_json=as_json, text="\n".join(words.lines(item, voice)))
