"""What the data set is, for whoever has not seen it: DCAT-AP-NO for catalogues, VoID for those that query.

DCAT-AP-NO: https://data.norge.no/specification/dcat-ap-no. The files are named relative to the description, so the
folder can lie at any address.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kg.core.settings import Settings
from kg.store import forms, released
from kg.store.port import Literal, Store
from kg.store.versions import Version

HERE = Path(__file__).parent
VOID = HERE / "templates" / "void.rq"
NOWHERE = "https://w3id.org/rettvei"
"""Stands for the address of the server where none is set."""
ENDPOINT = b"<http://rdfs.org/ns/void#sparqlEndpoint>"

LICENCE = "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0"

_FORMATS = MappingProxyType(
    {
        forms.N_QUADS: ("RDF_N_QUADS", "N-Quads"),
        forms.TRIG: ("RDF_TRIG", "TriG"),
        forms.JSON_LD: ("JSON_LD", "JSON-LD"),
        forms.TURTLE: ("RDF_TURTLE", "Turtle"),
    }
)
"""Each form in the list of file types of the EU (publications.europa.eu/resource/authority/file-type), and by name."""


def templates() -> Environment:
    """The templates of this room: a value that is missing is an error; HTML is escaped."""
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=lambda name: (name or "").endswith(".html"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def query(name: str) -> str:
    """The text of a query of this room."""
    return (HERE / "templates" / f"{name}.rq").read_text("utf-8")


def void(version: Version, settings: Settings, prefixes: Mapping[str, str]) -> bytes:
    """The description of a version in VoID, in Turtle; it names an endpoint where the address of the server is set."""
    made = forms.constructed(version.store, VOID.read_text("utf-8"), f"{settings.public_url or NOWHERE}/")
    if not settings.public_url:
        made = b"".join(line for line in made.splitlines(keepends=True) if ENDPOINT not in line)
    return forms.write(made, forms.TURTLE, prefixes)


def dcat(version: Version, store: Store, settings: Settings, files: Mapping[str, tuple[str, int]]) -> bytes:
    """The description of a version in DCAT-AP-NO, in Turtle. `files`: media type and size of each file of the graph."""
    [[first]] = store.select(query("dates")).rows
    assert isinstance(first, Literal)
    text = templates().get_template("dcat.ttl")
    return text.render(
        dataset=released.DATASET,
        version=version.id,
        issued=str(version.stamp()["builtAt"])[:10],
        first=first.value,
        licence=LICENCE,
        contact=quote(settings.contact, safe=":/?#[]@!$&()*+,;=%"),
        files=[_file(name, media, size) for name, (media, size) in files.items()],
    ).encode()


def _file(name: str, media: str, size: int) -> dict[str, object]:
    form, title = _FORMATS[media]
    return {"name": name, "media": media, "size": size, "form": form, "title": title}
