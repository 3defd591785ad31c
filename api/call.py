"""One request that was understood: its graph, its reader's voice, its parameters; and how it is answered."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson
from fastapi import Request, Response

import kg
from api import deps
from kg.index.resolve import parse_day, today
from kg.model.question import Question
from kg.wiring import Graph
from kg.wording import identity, lists
from kg.wording.voice import Voice


@dataclass(frozen=True, slots=True)
class Call:
    """A request with its parameters read."""

    request: Request
    graph: Graph
    voice: Voice
    given: dict[str, str]

    @property
    def writer(self) -> Voice:
        """The reader's voice, to write JSON with: for bodies that nothing is read out of any more."""
        return self.graph.writers[self.voice.language]

    def question(self) -> Question:
        """The question in the parameters. Raises `UnknownName`, `AmbiguousName`, `BadInput`."""
        return deps.question(self.request, self.graph, self.given)

    def task(self, name: str = "task") -> Question:
        """The question about a task or a stage in the parameters; `name` is what the task is called."""
        return deps.task(self.request, self.graph, self.given, name)

    def side(self, on: str, place: str, basis: str) -> Question:
        """One side of a comparison, out of the parameters of these names. Errors as of `question`."""
        if on in self.given:
            parse_day(on, self.given[on])
        named = {"on": on, "place": place, "basis": basis}
        given = {facet: self.given[name] for facet, name in named.items() if name in self.given}
        return deps.question(self.request, self.graph, given)

    def day(self) -> date:
        """The day asked about, today where none was given. Raises `BadInput`."""
        return parse_day("on", self.given["on"]) if "on" in self.given else today()

    def answer(self, body: Any, *asked: Question) -> Response:
        """The body with its tag, or 304 when the client has it. `asked` are the questions that it answers."""
        tag = self._tag(asked)
        if _is_known(tag, self.request.headers.get("if-none-match")):
            return Response(status_code=304, headers={"ETag": tag})
        return Response(orjson.dumps(body), media_type="application/json", headers={"ETag": tag})

    def text(self, content: bytes, media_type: str) -> Response:
        """An answer that is no JSON, with its tag, or 304 when the client has it."""
        said = self.answer(None)
        if said.status_code == 304:
            return said
        return Response(content, media_type=media_type, headers={"ETag": said.headers["ETag"]})

    def page(self, items: Sequence[Any], *asked: Question) -> Response:
        """One page of a list, as the parameters say."""
        return self.answer(lists.page(list(items), self.voice, *deps.paging(self.given)), *asked)

    def _tag(self, asked: Sequence[Question]) -> str:
        """One tag for all that an answer depends on: software, graph, questions with their days, language, media."""
        parts = (
            kg.__version__,
            self.graph.version,
            self.graph.edition,
            self.voice.language,
            self.request.scope["path"],
            self.request.scope["query_string"].decode("latin-1"),
            self.request.headers.get("accept", ""),
        )
        questions = map(identity.canonical, asked) if asked else [today().isoformat().encode()]
        told = b"\n".join(["\n".join(parts).encode(), *questions])
        return '"' + hashlib.sha256(told).hexdigest()[:32] + '"'


def _is_known(tag: str, header: str | None) -> bool:
    """Whether If-None-Match names the tag, or any."""
    given = [t.strip().removeprefix("W/") for t in header.split(",")] if header else ()
    return tag in given or "*" in given
