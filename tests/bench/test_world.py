"""The large world: always the same, readable by the store and the index, as many norms as it says."""

from rdflib import Graph

from bench.questions import HOME, municipalities, questions
from bench.world import CLAUSES, LISTS, Size, world
from kg.decisions.permission import check
from kg.index.compile import compile_index
from kg.index.index import Index
from kg.queries import registry
from kg.store.oxigraph import in_memory
from tests.architecture.tree import ROOT

SIZE = Size(countries=3, areas=2, municipalities=4)
FILES = ("ontology/vocabulary", "ontology/schemes", "tests/worlds/small.ttl")


def shipped() -> bytes:
    """A small graph as N-Triples."""
    graph = Graph()
    for path in (ROOT / name for name in FILES):
        for file in sorted(path.glob("*.ttl")) if path.is_dir() else [path]:
            graph.parse(file)
    return graph.serialize(format="nt", encoding="utf-8")


def index_of(quads: bytes) -> Index:
    return compile_index(in_memory(quads), registry.load(ROOT / "queries"), "test")


def test_always_the_same() -> None:
    index = index_of(shipped())
    assert list(world(index, HOME, SIZE)) == list(world(index, HOME, SIZE))


def test_its_norms_decide() -> None:
    known = index_of(shipped())
    national = [n for n in known.shelf.by_id.values() if n.place == HOME]
    quads = "".join(world(known, HOME, SIZE)).encode()
    index = index_of(shipped() + quads)
    added = [n for n in index.shelf.by_id.values() if n.id not in known.shelf.by_id]
    abroad = [n for n in added if n.place.startswith("country-")]
    made = (SIZE.countries - 1) * (SIZE.areas * LISTS + SIZE.municipalities * CLAUSES)
    assert len(abroad) == made + (SIZE.countries - 1) * len(national)
    asked = questions(index, ["country-01-000"], 300)
    cited = {m.norm.place for q in asked for m in check(index, q).reasons}
    assert (
        {"country-01", "country-01-000", "country-01-area-00"}
        <= cited
        <= {"country-01", "country-01-000", "country-01-area-00"}
    )


def test_different_questions() -> None:
    index = index_of(shipped())
    asked = questions(index, municipalities(index), 200)
    assert len({(q.referrer, q.receiver, q.on, q.basis) for q in asked}) == 200
