from tests.api.listed import every, one


def test_an_actor_is_listed_with_what_else_it_is_called() -> None:
    gp = one("actors", "gp", lang="en")
    assert gp["label"] == "general practitioner"
    assert (gp["sort"], gp["worksFor"], gp["provides"]) == ("role", [], None)
    assert gp["alsoCalled"].count("GP") == 1


def test_units_tell_what_they_provide_and_roles_whom_they_work_for() -> None:
    assert one("actors", "smp")["provides"] == "tsb"
    assert one("actors", "head-of-child-welfare")["worksFor"] == ["child-welfare-service"]
    assert {i["sort"] for i in every("actors")} == {"role", "unit"}
