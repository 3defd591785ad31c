"""Small trees of source files for the tests of this room."""

from pathlib import Path

RQ = """# key: id
# column: id required matches [a-z]+ — id
# column: area optional in areas.csv:id — area
# column: kinds optional several — kinds
# column: since optional — first day
PREFIX col: <urn:column:>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX x: <http://example.org/>
CONSTRUCT { ?thing a x:Thing ; x:in ?area ; x:kind ?kind ; x:since ?since } WHERE {
  ?row col:id ?id .
  BIND(IRI(CONCAT(STR(x:), ?id)) AS ?thing)
  OPTIONAL { ?row col:area ?area }
  OPTIONAL { ?row col:kinds ?kind }
  OPTIONAL { ?row col:since ?day . BIND(STRDT(?day, xsd:date) AS ?since) }
}
"""
AREAS = "id,name\nnorth,North\nsouth,South\n"
HEAD = "id,area,kinds,since\n"


def write(root: Path, **files: str) -> Path:
    """Write files, named with underscores for dots and double ones for slashes, and give back the root."""
    for name, text in files.items():
        folder, _, file = name.rpartition("__")
        path = root / folder.replace("__", "/") / ".".join(file.rsplit("_", 1))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return root


def things(root: Path, rows: str, rq: str = RQ, areas: str = AREAS) -> tuple[Path, Path]:
    """A table with the head of RQ and these rows, beside a table of areas, in a tree with a manifest."""
    write(root, manifest_toml='modules = ["tables"]\n', tables__areas_csv=areas)
    write(root, tables__things_csv=HEAD + rows, tables__things_rq=rq)
    return root / "tables/things.csv", root / "tables/things.rq"
