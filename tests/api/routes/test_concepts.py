from tests.api.listed import one


def test_a_concept_tells_what_it_is_a_kind_and_a_part_of() -> None:
    assert "specialist-institution" in one("concepts", "dps")["kindOf"]
    assert "municipality" in one("concepts", "mental-health-team")["partOf"]
