"""Settings: from the environment (`RETTVEI_HOME`, …), then from a TOML file, else as they stand here.

The file is the one that `RETTVEI_CONFIG` names, or `rettvei.toml` where the program is started. The README has a table
of all of them, which a test compares with this class.
"""

import os
from pathlib import Path
from typing import Annotated, Any, Literal

import platformdirs
from pydantic import AfterValidator, BeforeValidator, Field, ValidationError
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from kg.core import config
from kg.core.errors import BadInput
from kg.core.paths import is_checkout, text_root

PREFIX = "RETTVEI_"


def default_home() -> Path:
    """Where versions live: `.rettvei/` in a checkout, the user's data folder for an installed package."""
    return text_root() / ".rettvei" if is_checkout() else platformdirs.user_data_path("rettvei", appauthor=False)


def _split(value: object) -> object:
    """A list is written in one variable with commas."""
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


Names = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]
Seconds = Annotated[float, Field(gt=0, le=3600)]


class Settings(BaseSettings):
    """All that can be set. Made once, at the edge, and handed inwards; no module keeps a copy.

    Raises `BadInput` that names the variable, or the key and the file, for a value that cannot be read, and for a key
    of the file that is none of these.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True)

    home: Path = Field(default_factory=default_home, description="The folder that holds the built versions.")
    store: Annotated[str, AfterValidator(config.endpoint)] = Field(
        default="",
        description="A SPARQL endpoint that holds a released version, such as `https://store.example.no/query`; "
        "without it, the version on disk.",
    )
    text: Path = Field(default_factory=text_root, description="The folder that holds `ontology/` and `queries/`.")
    require_reasoner: bool = Field(default=False, description="A build without the reasoner is an error (CI).")
    keep_versions: int = Field(
        default=3, ge=1, description="Versions that a build leaves in place, its own among them."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="warning", description="Events of this level and above are logged; requests are `info`."
    )

    host: str = Field(default="127.0.0.1", description="Address to serve on.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port to serve on; 0 takes a free one.")
    public_url: Annotated[str, AfterValidator(config.origin)] = Field(
        default="",
        description="Address by which clients reach the server, such as `https://rettvei.example.no`. Its host may be "
        "asked for; with https, browsers are told to stay with it (HSTS).",
    )
    contact: Annotated[str, AfterValidator(config.contact)] = Field(
        default="",
        description="Where readers report errors, shown on the page Om Rettvei: an e-mail address, or a web address.",
    )
    hosts: Names = Field(
        default=(), description="Names, besides loopback, `host` and that of `public_url`, that a Host header may hold."
    )
    cors_origins: Names = Field(
        default=(), description="Origins whose pages may read answers (GET only), or `*` for all."
    )
    trusted_proxies: Names = Field(
        default=(), description="Addresses or networks of proxies whose X-Forwarded-For and -Proto are believed."
    )
    most_connections: int = Field(default=2000, ge=1, description="Connections held at once; one more is told 503.")
    header_seconds: Seconds = Field(default=10, description="A request has sent all its headers by then.")
    body_seconds: Seconds = Field(default=20, description="A request has sent all its body by then.")
    idle_seconds: int = Field(
        default=5, ge=1, le=3600, description="A connection that asks nothing more is closed after these."
    )
    send_seconds: Seconds = Field(
        default=30, description="A client that does not read its answer is cut off after these."
    )
    notice_seconds: float = Field(
        default=0,
        ge=0,
        le=3600,
        description="When told to stop: `/health/ready` says so for these, and all else goes on.",
    )
    stop_seconds: int = Field(
        default=20, ge=1, le=3600, description="When told to stop: what was begun may take these to finish."
    )

    sparql_seconds: Seconds = Field(default=3, description="A stranger's query is ended after these.")
    sparql_rows: int = Field(
        default=10_000, ge=1, description="Rows or triples of an answer; the rest is cut, and said."
    )
    sparql_megabytes: int = Field(default=10, ge=1, le=500, description="Size of an answer; the rest is cut, and said.")
    sparql_memory_megabytes: int = Field(
        default=512, ge=64, description="Memory that one query may take; one that needs more is ended."
    )

    def __init__(self, **values: Any) -> None:
        try:
            super().__init__(**values)
        except ValidationError as error:
            raise _told(error, values) from None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The first that knows a value gives it."""
        return init_settings, env_settings, config.ConfigFile(settings_cls)

    @property
    def ontology(self) -> Path:
        """The folder of the ontology."""
        return self.text / "ontology"

    @property
    def queries(self) -> Path:
        """The folder of the stored queries."""
        return self.text / "queries"


def _told(error: ValidationError, given: dict[str, Any]) -> BadInput:
    """The first thing wrong, by the name under which it was written."""
    first = error.errors()[0]
    key, value = str(first["loc"][0]), first["input"]
    variable = PREFIX + key.upper()
    name = key if key in given else variable if variable in os.environ else f"{key} ({config.name()})"
    if first["type"] == "extra_forbidden":
        return BadInput(f"{name} is no setting.", reason="no-setting", parameter=name)
    cause, shown = first["msg"].removeprefix("Value error, "), config.without_password(str(value))
    rule = config.rule(key, Settings.model_fields[key])
    return BadInput(f"{name} is '{shown}': {cause}.", reason="setting", parameter=name, value=shown, **rule)
