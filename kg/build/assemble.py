"""The manifest becomes one named graph a file."""

from pathlib import Path

from rdflib import Dataset, Graph, URIRef

from kg.core.errors import BuildError, SourceError
from kg.sources import manifest, tables, turtle


def assemble(ontology: Path) -> Dataset:
    """Every module of the manifest in a named graph of its own, in the order of the manifest.

    Raises `SourceError` for a manifest that cannot be read, and `BuildError` with one line for each module
    that cannot be read: all broken files are told at once.
    """
    dataset = Dataset(default_union=True)
    problems: list[str] = []
    for module in manifest.load(ontology).modules:
        try:
            found = _read(ontology / module.path)
        except SourceError as error:
            problems.append(error.message)
        else:
            target = dataset.graph(URIRef(module.graph))
            for triple in found:
                target.add(triple)
    if problems:
        raise BuildError("Files of the ontology cannot be read.", problems)
    return dataset


def _read(path: Path) -> Graph:
    return tables.read(path, path.with_suffix(".rq")) if path.suffix == ".csv" else turtle.read(path)
