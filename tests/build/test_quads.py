"""Equal inputs give equal bytes."""

from pathlib import Path

from rdflib import Dataset, Graph, URIRef

from kg.build import quads

TURTLE = '@prefix : <urn:x:> . :a :p [ :q "ø\\n\\"" , [ :r 1 ] ] , [] . [] :q true .'


def dataset() -> Dataset:
    made = Dataset()
    for name in ("b", "a"):
        for triple in Graph().parse(data=TURTLE, format="turtle"):
            made.graph(URIRef(f"urn:g:{name}")).add(triple)
    return made


def test_the_same_text_gives_the_same_bytes_although_blank_nodes_are_drawn_anew(tmp_path: Path) -> None:
    quads.write(dataset(), tmp_path / "one")
    quads.write(dataset(), tmp_path / "two")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_quads_hold_the_graph_and_its_names(tmp_path: Path) -> None:
    quads.write(dataset(), tmp_path / "graph.nq")
    read = Dataset()
    read.parse(tmp_path / "graph.nq", format="nquads")
    assert {str(g.identifier) for g in read.graphs() if len(g)} == {"urn:g:a", "urn:g:b"}
    assert read.graph(URIRef("urn:g:a")).isomorphic(Graph().parse(data=TURTLE, format="turtle"))
    assert len((tmp_path / "graph.nq").read_text("utf-8").splitlines()) == 12


def test_compression_leaves_no_name_and_no_time(tmp_path: Path) -> None:
    packed = []
    for name in ("one", "two"):
        (tmp_path / name).write_text("same")
        quads.compress(tmp_path / name, tmp_path / f"{name}.gz")
        packed.append((tmp_path / f"{name}.gz").read_bytes())
        assert not (tmp_path / name).exists()
    assert packed[0] == packed[1]
