"""`rettvei matrix`: every referrer against every receiver."""

from kg.cli import options as o
from kg.decisions import search
from kg.model.question import Asked
from kg.wording import lists


def run(
    place: o.Place = None,
    on: o.On = None,
    basis: o.BasisOption = None,
    as_json: o.AsJson = False,
    lang: o.Language = "nb",
) -> None:
    """Every referrer against every receiver."""
    graph, voice = o.opened(lang)
    asked = Asked(place=place, on=on, basis=basis)
    found = search.matrix(graph.index, o.question(graph, asked))
    rows = [
        f"{voice.label('kind', r)} → {voice.label('kind', c)}: {voice.say(f'outcome.{cell.value}')}"
        for r, cells in zip(found.referrers, found.cells, strict=True)
        for c, cell in zip(found.receivers, cells, strict=True)
    ]
    o.show(lists.matrix(found, voice), as_json=as_json, text="\n".join(rows))
