from tests.api.listed import every, one


def test_the_municipalities_of_a_study_are_described() -> None:
    found = one("cases", "municipality-two", lang="en")
    assert found["inhabitants"] == 31200
    assert found["area"] == ["southern-norway-case"]
    assert found["described"]


def test_only_places_of_studies_are_cases() -> None:
    assert "no-4627" not in {i["id"] for i in every("cases")}
