"""Settings, read from the environment: `RETTVEI_HOME`, `RETTVEI_REQUIRE_REASONER`, and so on."""

from pathlib import Path
from typing import Any, Literal

import platformdirs
from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from kg.core.errors import BadInput
from kg.core.paths import is_checkout, text_root


def default_home() -> Path:
    """Where versions live: `.rettvei/` in a checkout, the user's data folder for an installed package."""
    return text_root() / ".rettvei" if is_checkout() else platformdirs.user_data_path("rettvei", appauthor=False)


class Settings(BaseSettings):
    """All that can be set. Made once, at the edge, and handed inwards; no module keeps a copy.

    Raises `BadInput` that names the variable when the environment holds a value that cannot be read.
    """

    model_config = SettingsConfigDict(env_prefix="RETTVEI_", frozen=True)

    home: Path = Field(default_factory=default_home)
    text: Path = Field(default_factory=text_root, description="The folder that holds `ontology/` and `queries/`.")
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    require_reasoner: bool = Field(default=False, description="A build without the reasoner is an error (CI).")
    keep_versions: int = Field(default=3, ge=1)
    log_level: Literal["debug", "info", "warning", "error"] = "warning"

    def __init__(self, **values: Any) -> None:
        try:
            super().__init__(**values)
        except ValidationError as error:
            first = error.errors()[0]
            name = "RETTVEI_" + "_".join(map(str, first["loc"])).upper()
            raise BadInput(f"{name} is '{first['input']}': {first['msg']}.", parameter=name) from None

    @property
    def ontology(self) -> Path:
        """The folder of the ontology."""
        return self.text / "ontology"

    @property
    def queries(self) -> Path:
        """The folder of the stored queries."""
        return self.text / "queries"
