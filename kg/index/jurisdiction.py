"""In which country a text was made to apply: the country of the places for which it was read."""

from datetime import date

from kg.index.index import Index


def asked_for(index: Index, parameter: str, value: str, on: date) -> str:
    """The country that a name means, or that the place of that name lies in. Raises `UnknownName`, `AmbiguousName`."""
    place, _ = index.names.find_place(parameter, value, on)
    return index.places.country.get(place, place)


def texts(index: Index, country: str) -> frozenset[str]:
    """The instruments that were read for some place of a country."""
    found = (
        i for (place, _), read in index.sources.read.items() if index.places.country.get(place) == country for i in read
    )
    return frozenset(found)
