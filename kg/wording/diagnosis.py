"""A diagnosis of a team or case as JSON, and as lines of text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kg.core.iris import collection_of, local_id
from kg.model.diagnosis import Barrier, Diagnosis, Flag, Framework, Row, grouped
from kg.wording.voice import Ref, Voice

Json = dict[str, Any]


def shown(found: Diagnosis, voice: Voice) -> Json:
    """Everything that is told of the subject, by name."""
    return {
        "subject": voice.ref(found.collection, found.subject),
        "people": found.people,
        "members": [_member(r, voice) for r in found.members],
        "relations": [_relation(r, voice) for r in found.relations],
        "goals": [_goal(rows, voice) for rows in grouped(found.goals, "goal").values()],
        "arrangements": [_topic(topic, rows, voice) for topic, rows in found.arrangements.items()],
        "frameworks": [_framework(f, voice) for f in found.frameworks],
        "barriers": [_barrier(b, voice) for b in found.barriers],
        "flags": [_flag(f, voice) for f in found.flags],
        "evaluations": [
            voice.ref("finding", r["finding"]) | {"source": _any(r["source"], voice)} for r in found.evaluations
        ],
        "kgVersion": voice.index.version,
    }


def _member(row: Row, voice: Voice) -> Json:
    return {
        "role": voice.ref("kind", row["role"]),
        "host": _ref("kind", row["host"], voice),
        "count": row["least"],
        "time": row["time"],
        "percent": row["percent"],
    }


def _relation(row: Row, voice: Voice) -> Json:
    return {
        "statement": _any(row["item"], voice)["label"],
        "from": voice.ref("kind", row["role"]),
        "to": voice.ref("kind", row["other"]),
        "atLeast": row["least"],
        "atMost": row["most"],
        "crossesHosts": row["crosses"],
        "step": row["step"],
    }


def _goal(rows: Sequence[Row], voice: Voice) -> Json:
    first = rows[0]
    return voice.ref("team-goal", first["goal"]) | {
        "rank": first["rank"],
        "owners": _refs("kind", (r["owner"] for r in rows), voice),
        "level": _ref("concept", first["level"], voice),
        "statedIn": _refs("instrument", (r["stated"] for r in rows), voice),
        "serves": _ref("team-goal", first["serves"], voice),
    }


def _topic(topic: str, rows: Iterable[Row], voice: Voice) -> Json:
    by_arrangement = grouped(rows, "arrangement").values()
    return {"topic": voice.ref("team-topic", topic), "arrangements": [_arrangement(r, voice) for r in by_arrangement]}


def _arrangement(rows: Sequence[Row], voice: Voice) -> Json:
    first = rows[0]
    return voice.ref("team-arrangement", first["arrangement"]) | {
        "holders": _refs("kind", (r["holder"] for r in rows), voice),
        "common": first["common"],
        "share": first["share"],
        "step": first["step"],
        "shownBy": _refs("finding", (r["shown"] for r in rows), voice),
    }


def _framework(found: Framework, voice: Voice) -> Json:
    return {
        "scheme": voice.ref("scheme", found.scheme),
        "covered": [_concept(c, rows, voice) for c, rows in found.covered.items()],
        "lacking": [_concept(c, rows, voice) for c, rows in found.lacking.items()],
        "notStated": [voice.ref("concept", c) for c in found.not_stated],
    }


def _concept(concept: str, rows: Iterable[Row], voice: Voice) -> Json:
    told = list(rows)
    shown_by = dict.fromkeys(str(r["shown"]) for r in told if r["shown"])
    return voice.ref("concept", concept) | {
        "extent": told[0]["extent"],
        "derived": any(r["derived"] for r in told),
        "shownBy": [_any(s, voice) for s in shown_by],
    }


def _barrier(found: Barrier, voice: Voice) -> Json:
    strategies = grouped(found.strategies, "strategy").values()
    return {
        "finding": voice.ref("finding", found.finding),
        "met": found.met,
        "says": voice.say(f"barrier.{_fate(found)}"),
        "strategies": [_strategy(rows, voice) for rows in strategies],
    }


def _fate(found: Barrier) -> str:
    """What became of a barrier, as far as it is told."""
    if found.met is None:
        return "tried" if found.strategies else "none"
    return "met" if found.met else "left"


def _strategy(rows: Sequence[Row], voice: Voice) -> Json:
    first = rows[0]
    return voice.ref("strategy", first["strategy"]) | {
        "type": _ref("concept", first["type"], voice),
        "aspect": _ref("concept", first["aspect"], voice),
        "resolves": first["resolves"],
        "shownBy": _refs("finding", (r["shown"] for r in rows), voice),
    }


def _flag(found: Flag, voice: Voice) -> Json:
    return {
        "code": found.code,
        "item": voice.ref("agreement-item", found.item),
        "level": found.level,
        "topic": voice.ref("team-topic", found.topic),
        "state": found.state.value,
        "says": voice.say(f"flag.{found.state.value}"),
        "number": found.count,
        "basis": [voice.ref("finding", f) for f in found.findings],
    }


def lines(item: Json, voice: Voice) -> Iterator[str]:
    """A diagnosis as text: what is flagged first, then what is covered, lacking and reported."""
    yield item["subject"]["label"]
    yield from _block(
        "flags", (f"{f['code']} {f['says']}: {f['item']['label']}{_number(f)}" for f in item["flags"]), voice
    )
    for f in item["frameworks"]:
        yield from _block("covered", (_told(c) for c in f["covered"]), voice, f["scheme"]["label"])
        yield from _block("lacking", (_told(c) for c in f["lacking"]), voice, f["scheme"]["label"])
        silent = [", ".join(c["label"] for c in f["notStated"])] if f["notStated"] else []
        yield from _block("not-stated", silent, voice, f["scheme"]["label"])
    yield from _block("barriers", (_reported(b) for b in item["barriers"]), voice)
    yield from _block("evaluations", (f"{e['label']} ({e['source']['label']})" for e in item["evaluations"]), voice)


def _number(flag: Json) -> str:
    return f" ({flag['number']})" if flag["number"] is not None else ""


def _told(concept: Json) -> str:
    shown_by = concept["shownBy"]
    more = f" (+{len(shown_by) - 1})" if len(shown_by) > 1 else ""
    return f"{concept['label']}: {shown_by[0]['label']}{more}" if shown_by else concept["label"]


def _reported(barrier: Json) -> str:
    tried = "; ".join(s["label"] for s in barrier["strategies"])
    return f"{barrier['finding']['label']} {barrier['says']}{' ' + tried if tried else ''}"


def _block(head: str, said: Iterable[str], voice: Voice, of: str = "") -> Iterator[str]:
    found = list(said)
    if found:
        yield ""
        yield voice.say(f"diagnosis.{head}", scheme=of)
        yield from (f"  – {line}" for line in found)


def _any(resource: str, voice: Voice) -> Ref:
    """A resource given as a whole IRI."""
    return voice.ref(collection_of(resource), local_id(resource))


def _ref(collection: str, ident: Any, voice: Voice) -> Ref | None:
    return voice.ref(collection, str(ident)) if ident else None


def _refs(collection: str, ids: Iterable[Any], voice: Voice) -> list[Ref]:
    return [voice.ref(collection, str(i)) for i in dict.fromkeys(ids) if i]
