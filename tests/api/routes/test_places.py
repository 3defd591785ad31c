from tests.api.listed import one


def test_a_municipality_has_its_number() -> None:
    place = one("places", "no-4627")
    assert (place["label"], place["sort"], place["numbers"]) == ("Askøy", "Municipality", ["4627"])


def test_a_former_municipality_has_its_last_day() -> None:
    assert one("places", "no-0106")["validTo"] == "2019-12-31"
