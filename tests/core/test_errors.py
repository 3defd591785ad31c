from kg.core.errors import SourceError, UnknownName


def test_a_source_error_names_file_and_line() -> None:
    assert SourceError("broken", file="a.ttl", line=3).message == "a.ttl:3: broken"


def test_an_unknown_name_carries_the_closest() -> None:
    error = UnknownName("no such", parameter="place", value="x", closest=["y"])
    assert error.details == {"parameter": "place", "value": "x", "closest": ["y"]}
