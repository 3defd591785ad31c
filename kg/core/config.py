"""The TOML file with settings, and what its values have to look like."""

import os
import re
import tomllib
from pathlib import Path
from typing import Any, Literal, get_args, get_origin
from urllib.parse import SplitResult, urlsplit

from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

from kg.core.errors import BadInput

VARIABLE = "RETTVEI_CONFIG"
USUAL = "rettvei.toml"
ADDRESSES = ("contact", "public_url", "store")


class ConfigFile(PydanticBaseSettingsSource):
    """All that stands in the file, keys that are no settings too, so that they are refused.

    The source that pydantic-settings has for TOML passes over a file that is not there, and does not say which file
    does not parse.
    """

    def __init__(self, settings: type[BaseSettings]) -> None:
        super().__init__(settings)

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        """One value: asked for by no one, since the file is given whole."""
        raise NotImplementedError

    def __call__(self) -> dict[str, Any]:
        """The keys and values of the file."""
        return read()


def name() -> str:
    """The file, as whoever starts the program wrote it."""
    return os.environ.get(VARIABLE) or USUAL


def read() -> dict[str, Any]:
    """What stands in the file; nothing where none is named and the usual one is not there. Raises `BadInput`."""
    file = Path(name())
    if not os.environ.get(VARIABLE) and not file.exists():
        return {}
    try:
        text = file.read_bytes()
        return tomllib.loads(text.decode("utf-8"))
    except OSError as error:
        message = f"{file} cannot be read: {error.strerror}."
        raise BadInput(message, reason="no-config", file=str(file), cause=error.strerror) from None
    except ValueError as error:
        raise BadInput(
            f"{file} is no TOML: {error}.", reason="config", file=str(file), line=_line(error, text)
        ) from None


def _line(error: ValueError, text: bytes) -> int:
    """The line of a mistake: tomllib tells it in words only, and at the end of the text not at all."""
    said = re.search(r"at line (\d+)", str(error))
    read = text[: error.start] if isinstance(error, UnicodeDecodeError) else text
    return int(said[1]) if said else read.count(b"\n") + 1


def rule(key: str, field: FieldInfo) -> dict[str, object]:
    """What a value has to be, as a name (`rule`) with its limits, to be said in any language; nothing if unknown."""
    limits = {name: getattr(m, name) for m in field.metadata for name in ("ge", "gt", "le") if hasattr(m, name)}
    least, most = limits.get("ge", limits.get("gt")), limits.get("le")
    if field.annotation is bool:
        return {"rule": "truth"}
    if field.annotation is int:
        return {"rule": "whole-number-from" if most is None else "whole-number", "least": least, "most": most}
    if field.annotation is float:
        return {"rule": "number-above" if "gt" in limits else "number", "least": least, "most": most}
    if get_origin(field.annotation) is Literal:
        return {"rule": "one-of", "known": list(get_args(field.annotation))}
    return {"rule": key.replace("_", "-")} if key in ADDRESSES else {}


def without_password(value: str) -> str:
    """A value as an error may repeat it: of an address, nothing of what stands before its host."""
    if "//" not in value and re.fullmatch(r"[^:@\s]*@[^@\s]*", value):  # an e-mail address
        return value
    return re.sub(r"^(\w+://)?.*@", r"\1…@", value, flags=re.DOTALL)


def _parts(address: str) -> SplitResult:
    """Raises `ValueError` that repeats nothing of the address, unlike that of the library."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        raise ValueError("this is not a web address") from None
    return parts


def origin(address: str) -> str:
    """A web address without path, or nothing. Raises `ValueError`."""
    parts = _parts(address)
    is_bare = parts.path in {"", "/"} and not parts.query and not parts.fragment and parts.username is None
    if address and not (parts.scheme in {"http", "https"} and parts.hostname and is_bare and parts.port != 0):
        raise ValueError("an address begins with https:// or http://, and ends after the name of the host")
    return address.rstrip("/")


def contact(address: str) -> str:
    """A web address as it is, an e-mail address as one to write to (`mailto:`), or nothing. Raises `ValueError`."""
    parts = _parts(address)
    if not address or (parts.scheme in {"http", "https"} and parts.hostname):
        return address
    if not re.fullmatch(r"(mailto:)?[\w.+-]+@[\w-]+(\.[\w-]+)+", address):
        raise ValueError("a contact is an e-mail address, or a web address that begins with https:// or http://")
    return "mailto:" + address.removeprefix("mailto:")


def endpoint(address: str) -> str:
    """The address of a SPARQL endpoint, or nothing. Raises `ValueError`."""
    parts = _parts(address)
    is_whole = parts.scheme in {"http", "https"} and parts.hostname and not parts.fragment and parts.port != 0
    if address and not is_whole:
        raise ValueError("a SPARQL endpoint is an address that begins with https:// or http://")
    return address
