"""A small ontology that builds: the shipped vocabulary and shapes, a world and a register. Faults are planted in it."""

import shutil
from pathlib import Path

from kg.core.paths import text_root
from kg.core.settings import Settings

WORLD = Path(__file__).parents[1] / "shapes" / "world.ttl"
COLLECTIONS = ("kind", "action", "authority", "assurance", "place", "norm", "provision", "finding", "study")
HEAD = "".join(f"@prefix {c}: <https://w3id.org/rettvei/id/{c}/> .\n" for c in COLLECTIONS) + (
    "@prefix rv: <https://w3id.org/rettvei/ns#> .\n"
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
)
FIRST = HEAD.count("\n") + 1
NORM = """norm:planted a rv:Permission ;
    rv:bearer kind:doctor ;
    rv:action action:assess ;
    rv:place place:land ;
    rv:basis provision:rule ;
    rv:validFrom "2012-01-01"^^xsd:date ;
    rv:contentAssurance assurance:a ; rv:dateAssurance assurance:a ;
    rv:fact "R-001" ;
    skos:prefLabel "norm"@nb , "norm"@en .
"""
MANIFEST = 'modules = ["vocabulary", "world.ttl", "norms", "tables"]\nshapes = ["shapes/meta"]\n'
TABLE = "number,name,area\n1001,Vik,area\n1002,Nes,area\n"
ROWS = """# key: number
# column: number required matches [0-9]{4} — the number
# column: name required — the name
# column: area required — the area
PREFIX col: <urn:column:>
PREFIX rv: <https://w3id.org/rettvei/ns#>
PREFIX place: <https://w3id.org/rettvei/id/place/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
CONSTRUCT { ?place a rv:Municipality ; rv:number ?number ; skos:prefLabel ?nb ; rv:within place:land ;
    rv:servedBy ?served ; rv:servedByAttestedOn "2026-04-10"^^xsd:date } WHERE {
  ?row col:number ?number ; col:name ?name ; col:area ?area .
  BIND(IRI(CONCAT(STR(place:), "no-", ?number)) AS ?place)
  BIND(IRI(CONCAT(STR(place:), ?area)) AS ?served)
  BIND(STRLANG(?name, "nb") AS ?nb)
}
"""
QUERY = """# title(nb): Hvilke normer er det?
# title(en): Which norms are there?
# column: norm norm — the norm
PREFIX rv: <https://w3id.org/rettvei/ns#>
SELECT ?norm WHERE {
  ?norm rv:basis ?basis
}
"""


def ontology(root: Path) -> Path:
    """Write the ontology into `root/ontology`, stored queries beside it, and give back the folder."""
    folder, shipped = root / "ontology", text_root() / "ontology"
    (root / "queries/norms").mkdir(parents=True)
    shutil.copytree(shipped.parent / "queries/index", root / "queries/index")
    (root / "queries/norms/all.rq").write_text(QUERY, "utf-8")
    for part in ("vocabulary", "shapes"):
        shutil.copytree(shipped / part, folder / part)
    shutil.copy(WORLD, folder / "world.ttl")
    for name, text in (("norms/norm.ttl", HEAD + NORM), ("tables/places.csv", TABLE), ("tables/places.rq", ROWS)):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    (folder / "manifest.toml").write_text(MANIFEST, "utf-8")
    return folder


def plant(folder: Path, text: str) -> None:
    """One more file of norms."""
    (folder / "norms" / "planted.ttl").write_text(HEAD + text, "utf-8")


def settings(root: Path, *, require_reasoner: bool = False) -> Settings:
    """Settings of a build of that ontology into `root/home`."""
    return Settings(home=root / "home", text=root, require_reasoner=require_reasoner)
