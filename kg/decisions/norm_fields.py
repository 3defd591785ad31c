"""All that a version says of each norm, field by field, so that two versions can be compared."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date

from kg.index.index import Index
from kg.model.change import STATEMENT
from kg.model.norm import Norm

Values = tuple[str, ...]
Fields = Mapping[str, Values]

_OWN = tuple(f.name for f in fields(Norm) if f.name not in {"id", "place"})


def by_norm(index: Index) -> dict[str, list[Norm]]:
    """Norms by id: one of several places stands there once for each."""
    found: dict[str, list[Norm]] = defaultdict(list)
    for norms in index.shelf.in_place.values():
        for norm in norms:
            found[norm.id].append(norm)
    return found


def fields_of(index: Index, norms: list[Norm]) -> Fields:
    """The fields of one norm, given once for each of its places, by the names that the API has for them."""
    norm = norms[0]
    found = {_camel(name): _values(getattr(norm, name)) for name in _OWN}
    found["places"] = tuple(sorted(n.place for n in norms))
    labels = index.labels.preferred.get(("norm", norm.id), {})
    found[STATEMENT] = tuple(text for _, text in sorted(labels.items()))
    return {name: values for name, values in (found | dict(_sources(index, norm))).items() if values}


def _sources(index: Index, norm: Norm) -> Iterator[tuple[str, Values]]:
    """What the norm rests on and how it is to be done; nothing here decides an answer."""
    known = index.sources
    content, dates = known.assurances.get(norm.id, ("", ""))
    yield "contentAssurance", _values(content)
    yield "dateAssurance", _values(dates)
    yield "lastObserved", _values(known.observed.get(norm.basis))
    yield "requirements", tuple(r.id for r in known.requirements.get(norm.id, ()))
    yield "whoMayCall", known.who_may_call.get(norm.id, ())
    yield "onTheWayTo", known.on_the_way_to.get(norm.id, ())
    yield "sendTo", known.send_to.get(norm.id, ())
    bases = (norm.basis, *known.also_cites.get(norm.id, ()))
    versions = ((b, v) for b in bases for v in known.versions.get(b, ()))
    yield "citations", tuple(f"{b}: {v.source} {v.section} {v.first or '..'}/{v.last or '..'}" for b, v in versions)


def _values(value: object) -> Values:
    if isinstance(value, bool):
        return ("true",) if value else ()
    if isinstance(value, date):
        return (value.isoformat(),)
    if isinstance(value, frozenset | tuple):
        return tuple(sorted(map(str, value)))
    return (str(value),) if value else ()


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)
