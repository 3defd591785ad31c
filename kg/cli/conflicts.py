"""`rettvei conflicts`: which norms collide, which can never decide, and whom can nobody refer to?"""

from kg.cli import options as o
from kg.decisions.conflicts import report
from kg.model.question import Asked
from kg.wording import lists


def run(on: o.On = None, as_json: o.AsJson = False, lang: o.Language = "nb") -> None:
    """Norms that collide, norms that can never decide anything, units out of reach: each with a witness."""
    graph, voice = o.opened(lang)
    asked = o.question(graph, Asked(on=on))
    items = lists.report(report(graph.index, asked), voice)
    o.show_list(items, map(_line, items), voice, as_json=as_json)


def _line(item: lists.Json) -> str:
    asked = item["witness"]
    names = " / ".join(n["label"] for n in item.get("norms", [])) or item["receiver"]["label"]
    return f"{item['kind']}: {names} ({asked['referrer']['label']} → {asked['receiver']['label']}, {asked['on']})"
