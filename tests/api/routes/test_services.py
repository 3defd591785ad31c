from tests.api.listed import one


def test_a_service_tells_who_gives_it() -> None:
    tsb = one("services", "tsb")
    assert tsb["label"] == "tverrfaglig spesialisert rusbehandling"
    assert "TSB" in tsb["alsoCalled"]
    assert {"smp", "tsb-institution"} <= set(tsb["providedBy"])
