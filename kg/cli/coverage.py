"""`rettvei coverage`: what has been read for a place?"""

from kg.cli import options as o
from kg.decisions.beside import coverage
from kg.model.question import Asked
from kg.wording import answer


def run(place: o.Place = None, on: o.On = None, as_json: o.AsJson = False, lang: o.Language = "nb") -> None:
    """What has been read for a place: law, hospital lists, agreements."""
    graph, voice = o.opened(lang)
    asked = o.question(graph, Asked(place=place, on=on))
    found = answer.coverage(coverage(graph.index, asked), voice) | {"place": voice.ref("place", asked.place)}
    o.show(found, as_json=as_json, text="\n".join(found["statements"]))
