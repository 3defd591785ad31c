from kg.core.iris import collection_of, iri, local_id


def test_an_iri_has_a_collection_and_an_id() -> None:
    dps = iri("kind", "dps")
    assert (collection_of(dps), local_id(dps)) == ("kind", "dps")


def test_another_iri_has_no_collection_here() -> None:
    assert collection_of("http://example.org/kind/dps") == ""
