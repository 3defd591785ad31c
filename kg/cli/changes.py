"""`rettvei changes`: which norms have changed since a version, and which answers with them?"""

from collections.abc import Iterator
from typing import Annotated

import typer

from kg.build.changes import read
from kg.cli import options as o
from kg.core.settings import Settings
from kg.wording import news
from kg.wording.voice import Voice


def run(
    since: Annotated[str, typer.Option(help="A version that answered before.")],
    as_json: o.AsJson = False,
    lang: o.Language = "nb",
) -> None:
    """Norms that were added, changed, ended or taken out since a version, and the answers that differ."""
    graph, voice = o.opened(lang)
    said = read(Settings().home, since, graph.version, voice.language)
    items = said["items"]
    page = said | {"total": len(items), "limit": len(items), "offset": 0}
    o.show(page, as_json=as_json, text="\n".join(_lines(page, voice)))


def _lines(page: news.Json, voice: Voice) -> Iterator[str]:
    for item in page["items"]:
        yield news.title(item, voice)
        yield from (f"  {line}" for line in news.lines(item, voice))
    if not page["items"]:
        yield voice.say("changes.none")
    if page["otherAnswers"]:
        yield voice.say("changes.other-answers", count=str(page["otherAnswersInAll"]))
        answers = news.answers(page["otherAnswers"], page["otherAnswersInAll"], voice)
        yield from (f"  {line}" for line in answers)
