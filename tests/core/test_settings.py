"""Settings come from the environment; where nothing is set, they fit a checkout or an installed package."""

from pathlib import Path

import pytest

from kg.core import settings as module
from kg.core.errors import BadInput
from kg.core.settings import Settings, default_home


def test_a_checkout_keeps_its_versions_beside_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RETTVEI_HOME", raising=False)
    found = Settings()
    assert found.home == found.text / ".rettvei"
    assert (found.ontology / "manifest.toml").is_file()
    assert found.queries.is_dir()


def test_an_installed_package_keeps_them_in_the_users_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "is_checkout", lambda: False)
    assert default_home().name == "rettvei"
    assert Path(module.__file__).parents[2] not in default_home().parents


def test_the_environment_decides(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RETTVEI_HOME", str(tmp_path))
    monkeypatch.setenv("RETTVEI_REQUIRE_REASONER", "1")
    found = Settings()
    assert (found.home, found.require_reasoner) == (tmp_path, True)


@pytest.mark.parametrize(("name", "value"), [("RETTVEI_PORT", "abc"), ("RETTVEI_KEEP_VERSIONS", "0")])
def test_a_value_that_cannot_be_read_is_named(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(BadInput, match=rf"^{name} is '{value}': Input should be .*\.$"):
        Settings()


def test_lists_are_written_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RETTVEI_HOSTS", "rettvei.example, b.example,")
    assert Settings().hosts == ("rettvei.example", "b.example")


@pytest.mark.parametrize(
    "address", ["rettvei.example", "ftp://a.example", "https://a.example/b", "https://u@a.example"]
)
def test_the_public_address_is_an_origin(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Settings(public_url="https://a.example:8443/").public_url == "https://a.example:8443"
    monkeypatch.setenv("RETTVEI_PUBLIC_URL", address)
    with pytest.raises(BadInput, match=f"^RETTVEI_PUBLIC_URL is '{address.replace('u@', '…@')}': an address begins"):
        Settings()


class TestFile:
    """A TOML file, named by `RETTVEI_CONFIG` or found where the program starts."""

    def write(self, folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
        (folder / "rettvei.toml").write_text(text, "utf-8")
        monkeypatch.delenv("RETTVEI_HOSTS", raising=False)
        monkeypatch.chdir(folder)

    def test_it_is_read_where_the_program_starts(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.write(tmp_path, 'port = 9000\nhosts = ["a.example"]\n', monkeypatch)
        assert (Settings().port, Settings().hosts) == (9000, ("a.example",))

    def test_another_can_be_named(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.write(tmp_path, "port = 9000\n", monkeypatch)
        (tmp_path / "other.toml").write_text("port = 9001\n", "utf-8")
        monkeypatch.setenv("RETTVEI_CONFIG", str(tmp_path / "other.toml"))
        assert Settings().port == 9001

    def test_the_environment_goes_before_it(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.write(tmp_path, "port = 9000\nkeep_versions = 7\n", monkeypatch)
        monkeypatch.setenv("RETTVEI_PORT", "9002")
        assert (Settings().port, Settings().keep_versions) == (9002, 7)

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("port = 'x'\n", r"^port \(rettvei\.toml\) is 'x': Input should be"),
            ("prot = 1\n", r"^prot \(rettvei\.toml\) is no setting\.$"),
            ("[server]\nport = 1\n", r"^server \(rettvei\.toml\) is no setting\.$"),
            ("port = \n", r"^rettvei\.toml is no TOML: .*line 1"),
            ("port = 1\nport = 2\n", r"^rettvei\.toml is no TOML: "),
        ],
    )
    def test_what_is_wrong_is_named_with_the_file(
        self, text: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.write(tmp_path, text, monkeypatch)
        with pytest.raises(BadInput, match=message):
            Settings()

    def test_one_that_is_named_has_to_be_there(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("RETTVEI_CONFIG", "nowhere.toml")
        with pytest.raises(BadInput, match=r"^nowhere\.toml cannot be read"):
            Settings()


@pytest.mark.parametrize(
    ("given", "kept"),
    [("", ""), ("a.b+c@d-e.example", "mailto:a.b+c@d-e.example"), ("https://a.example/x", "https://a.example/x")],
)
def test_a_contact_is_an_address_to_write_to(given: str, kept: str) -> None:
    assert Settings(contact=given).contact == kept
    assert Settings(contact=kept).contact == kept


@pytest.mark.parametrize("given", ["javascript:alert(1)", "somebody", "a@b", "a@b.example?cc=c@d.example", "ftp://a.b"])
def test_a_contact_that_is_none_is_refused(given: str) -> None:
    with pytest.raises(BadInput, match="a contact is"):
        Settings(contact=given)


@pytest.mark.parametrize(
    "address",
    [
        "ftp://me:s3cret@a.example/",
        "http://me:s3cret@",
        "http://me:s3/cr@t@a.example:x",
        "me:s3cret@a.example",
    ],
)
@pytest.mark.parametrize("name", ["RETTVEI_STORE", "RETTVEI_PUBLIC_URL", "RETTVEI_CONTACT"])
def test_no_error_repeats_a_password(name: str, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, address)
    with pytest.raises(BadInput) as raised:
        Settings()
    said = f"{raised.value.message} {raised.value.details}"
    assert name in said
    assert not any(part in said for part in ("s3", "cr@t"))
