from kg.core.paths import is_checkout, text_root


def test_a_checkout_reads_its_own_folders() -> None:
    assert is_checkout()
    assert (text_root() / "ontology" / "manifest.toml").is_file()
    assert (text_root() / "queries" / "index").is_dir()
