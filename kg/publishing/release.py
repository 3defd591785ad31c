"""What a release holds: the current version in each form, what it is in DCAT-AP-NO and VoID, and its vocabulary."""

import gzip
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kg.core.errors import NotFound, StoreMissing
from kg.core.iris import ID, NS
from kg.core.settings import Settings
from kg.publishing import describe, folder, vocabulary
from kg.store import forms, oxigraph, versions
from kg.store.versions import Version
from kg.wording.words import load

GRAPHS = MappingProxyType(
    {
        "rettvei.nq": forms.N_QUADS,
        "rettvei.trig": forms.TRIG,
        "rettvei.jsonld": forms.JSON_LD,
        "rettvei.ttl": forms.TURTLE,
    }
)
"""The files that hold the graph."""

_COLLECTIONS = ("kind", "action", "group", "place", "norm", "provision", "instrument", "finding", "study")
PREFIXES = MappingProxyType(
    {
        "rv": NS,
        "owl": "http://www.w3.org/2002/07/owl#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "dct": "http://purl.org/dc/terms/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        **{name: f"{ID}{name}/" for name in _COLLECTIONS},
    }
)


@dataclass(frozen=True, slots=True)
class Release:
    """What was written: the version, and the bytes of each file by its name."""

    version: str
    sizes: Mapping[str, int]


def write(settings: Settings, target: Path) -> Release:
    """Write the current version as a release into a folder: all of it, or nothing.

    Raises `BadInput` when the folder holds what no release has, or cannot be written; `NotFound` where the graph is
    read from an endpoint; `StoreMissing` without a version that is whole.
    """
    if settings.store:
        raise NotFound("The graph is read from elsewhere, and no versions are kept here.", reason="no-versions")
    version = versions.current(settings.home)
    store = version.open()
    quads = graph(version)
    files = {name: forms.write(quads, form, PREFIXES) for name, form in GRAPHS.items()}
    files["void.ttl"] = describe.void(version, settings, PREFIXES)
    files["dcat.ttl"] = describe.dcat(
        version, store, settings, {n: (form, len(files[n])) for n, form in GRAPHS.items()}
    )
    for language in vocabulary.LANGUAGES:
        files[f"vocabulary.{language}.html"] = vocabulary.page(store, version.id, load(language))
    folder.put(target, files)
    return Release(version.id, {name: len(content) for name, content in files.items()})


def graph(version: Version) -> bytes:
    """All that a version says, as canonical N-Quads. Raises `StoreMissing` where its file is gone or cut short."""
    try:
        return forms.read(gzip.decompress(version.graph.read_bytes()))
    except (OSError, EOFError, zlib.error, SyntaxError) as error:
        raise StoreMissing(oxigraph.DAMAGED) from error
