"""Each kind is in the scheme of its classes, a city in the areas of all its districts; nothing else is inferred."""

from rdflib import RDF, RDFS, SKOS, Dataset, Literal, Namespace, URIRef

from kg.build.infer import INFERRED, infer
from kg.core.iris import ID, NS

RV = Namespace(NS)
GP, LAND = URIRef(ID + "kind/gp"), URIRef(ID + "place/land")


def test_schemes_have_the_names_of_classes_and_hold_their_kinds() -> None:
    dataset = Dataset(default_union=True)
    said = dataset.graph(URIRef("urn:said"))
    for narrow, wide in ((RV.Profession, RV.RoleKind), (RV.RoleKind, RV.Kind), (RV.UnitKind, RV.Kind)):
        said.add((narrow, RDFS.subClassOf, wide))
    said.add((RV.RoleKind, SKOS.prefLabel, Literal("rolletype", lang="nb")))
    said.add((GP, RDF.type, RV.Profession))
    said.add((LAND, RDF.type, RV.Country))
    infer(dataset)
    role, profession = URIRef(ID + "scheme/role-kind"), URIRef(ID + "scheme/profession")
    assert set(dataset.graph(INFERRED)) == {
        (role, RDF.type, SKOS.ConceptScheme),
        (role, SKOS.prefLabel, Literal("rolletype", lang="nb")),
        (GP, SKOS.inScheme, role),
        (profession, RDF.type, SKOS.ConceptScheme),
        (GP, SKOS.inScheme, profession),
    }


def test_a_city_lies_in_the_areas_that_all_its_districts_lie_in() -> None:
    dataset = Dataset(default_union=True)
    said = dataset.graph(URIRef("urn:said"))
    city, east, west, trust, other = (URIRef(f"{ID}place/{n}") for n in ("city", "east", "west", "trust", "other"))
    for district, hospital in ((east, trust), (west, other)):
        said.add((district, RDF.type, RV.District))
        said.add((district, RV.within, city))
        said.add((district, RV.servedBy, hospital))
    said.add((other, RV.servedBy, trust))
    for area in (trust, other):
        said.add((area, RDF.type, RV.CatchmentArea))
    infer(dataset)
    assert set(dataset.graph(INFERRED)) == {(city, RV.servedBy, trust)}
