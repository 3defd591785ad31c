"""`rettvei conflicts`: which norms collide, which can never decide, and whom can nobody refer to?"""

from kg.cli import options as o
from kg.decisions.conflicts import report
from kg.model.question import Asked
from kg.wording import lists


def run(on: o.On = None, as_json: o.AsJson = False, lang: o.Language = "nb") -> None:
    """Norms that collide, norms that can never decide anything, units out of reach: each with a witness."""
    graph = o.graph()
    voice = o.voice(graph, lang)
    asked = o.question(graph, Asked(on=on))
    items = lists.report(report(graph.index, asked), voice)
    text = "\n".join(_line(i) for i in items) or voice.say("text.none")
    o.show(lists.page(items, voice, len(items), 0), as_json=as_json, text=text)


def _line(item: lists.Json) -> str:
    asked = item["witness"]
    names = " / ".join(n["label"] for n in item.get("norms", [])) or item["receiver"]["label"]
    return f"{item['kind']}: {names} ({asked['referrer']['label']} → {asked['receiver']['label']}, {asked['on']})"
