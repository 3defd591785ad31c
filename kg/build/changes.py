"""What a version holds otherwise than the others that are kept: compared once, at the build that makes it current.

It is written beside the version, one file a language, because comparing takes both indexes in memory: who asks for it
later reads a file.
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from kg.core import logs
from kg.core.errors import NotFound, RettveiError, StoreMissing
from kg.core.settings import Settings
from kg.decisions.changed import changed
from kg.index.compile import compile_index
from kg.index.index import Index
from kg.index.resolve import today
from kg.model.change import GraphChange
from kg.queries import registry
from kg.store import versions
from kg.store.versions import Version
from kg.wording import changes as words
from kg.wording.voice import voices
from kg.wording.words import LANGUAGES

Json = dict[str, Any]


def keep(settings: Settings, version: Version) -> None:
    """Write down what a version holds otherwise than each of the others that are kept, unless that was done before.

    One that cannot be read, because it is damaged or of another form, is told in the log and left out.
    """
    others = [v for v in versions.known(settings.home) if v.id != version.id and not _folder(version, v.id).is_dir()]
    if not others:
        return
    new = _index(version, settings)
    for other in others:
        try:
            old = _index(other, settings)
        except (RettveiError, LookupError, ValueError) as error:
            logs.event("warning", "version cannot be compared", version=other.id, error=type(error).__name__)
        else:
            _write(_folder(version, other.id), _compared((other, old), (version, new), today()))


def read(home: Path, since: str, until: str, language: str) -> Json:
    """What `until` holds otherwise than `since`, as `keep` wrote it; nothing where they are one and the same.

    Raises `NotFound`: with the versions that it can be asked since, for one that was never compared; and where the
    graph comes from an endpoint, which keeps no versions.
    """
    version = versions.at(home, until)
    if not version.directory.is_dir():
        raise NotFound("The graph is read from elsewhere, and no versions are kept here.", reason="no-versions")
    if since == until:
        return _frame(version, version, today()) | {"items": [], "otherAnswers": [], "otherAnswersInAll": 0}
    known = _compared_with(version)
    if since not in known:
        message = f"That version is not kept here: fetch everything anew, or ask since {', '.join((until, *known))}."
        raise NotFound(message, reason="version", value=since, versions=[until, *known])
    found: Json = json.loads((_folder(version, since) / f"{language}.json").read_text("utf-8"))
    return found


def _compared_with(version: Version) -> list[str]:
    return sorted(p.name for p in _folder(version, "").glob("[!.]*"))


def _folder(version: Version, since: str) -> Path:
    return version.directory / "changes" / since


def _index(version: Version, settings: Settings) -> Index:
    return compile_index(version.open(), registry.load(settings.queries), version.id)


def _compared(before: tuple[Version, Index], after: tuple[Version, Index], on: date) -> dict[str, Json]:
    """What is written, by language."""
    (old, old_index), (new, new_index) = before, after
    found = changed(old_index, new_index, on)
    old_voices, new_voices = voices(old_index), voices(new_index)
    frame = _frame(old, new, on)
    return {lang: frame | words.shown(found, old_voices[lang], new_voices[lang]) for lang in LANGUAGES}


def _frame(old: Version, new: Version, on: date) -> Json:
    graphs = [asdict(g) for g in _graphs(_report(old), _report(new))]
    built = new.stamp().get("builtAt")
    return {"since": old.id, "builtAt": built, "askedOn": on.isoformat(), "graphs": graphs, "kgVersion": new.id}


def _graphs(old: Json, new: Json) -> Iterator[GraphChange]:
    was, has = old.get("graphs", {}), new.get("graphs", {})
    digests = [report.get("digests", {}) for report in (old, new)]
    for name in sorted(was.keys() | has.keys()):
        if digests[0].get(name) != digests[1].get(name):
            yield GraphChange(graph=name, before=was.get(name, 0), after=has.get(name, 0))


def _report(version: Version) -> Json:
    """What the build of a version wrote down of its graphs; nothing where that is not there."""
    try:
        report: Json = version.stamp().get("report", {})
    except StoreMissing:
        return {}
    return report


def _write(folder: Path, said: dict[str, Json]) -> None:
    """All languages or none: a reader looks for the folder."""
    draft = folder.with_name(f".{folder.name}")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    for language, body in said.items():
        (draft / f"{language}.json").write_text(json.dumps(body, ensure_ascii=False, separators=(",", ":")), "utf-8")
    draft.rename(folder)
