"""A folder of files with their checksums, written whole or not at all."""

import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path

from kg.core.errors import BadInput
from kg.publishing import document

SUMS = "SHA256SUMS"
"""The list of checksums, as `sha256sum --check` reads it; by it a folder is known to be a release."""


def digest(content: bytes) -> str:
    """The SHA-256 of a file, in hex."""
    return hashlib.sha256(content).hexdigest()


def put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files and their checksums into a folder, beside it first, so that it is never half there.

    Raises `BadInput` when the folder holds what no release has, or cannot be written.
    """
    place = folder.resolve()
    try:
        _check(folder, place)
        place.parent.mkdir(parents=True, exist_ok=True)
        draft, old = (place.with_name(f".{place.name}.{state}") for state in ("new", "old"))
        _write(draft, files)
        _swap(draft, place, old)
    except OSError as error:
        raise document.unwritable(folder, error.strerror or str(error)) from error


def _check(folder: Path, place: Path) -> None:
    """An earlier release may be replaced, and nothing else: all that stands there must be on its list."""
    if not place.name or (place.exists() and not place.is_dir()) or not names(place) >= _found(place):
        message = f"{folder} is no release and not empty. Name a folder that is empty or new, or an earlier release."
        raise BadInput(message, reason="no-release-folder", value=str(folder))


def names(folder: Path) -> set[str]:
    """The files of the release in a folder, its list of checksums among them; none where there is no release."""
    try:
        lines = (folder / SUMS).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return set()
    return {SUMS, *(line[66:] for line in lines)}


def _found(place: Path) -> set[str]:
    return {p.name for p in place.iterdir()} if place.is_dir() else set()


def _write(draft: Path, files: Mapping[str, bytes]) -> None:
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir()
    sums = "".join(f"{digest(content)}  {name}\n" for name, content in sorted(files.items()))
    for name, content in {**files, SUMS: sums.encode()}.items():
        (draft / name).write_bytes(content)


def _swap(draft: Path, place: Path, old: Path) -> None:
    """A folder cannot take the name of one that holds files: the earlier one steps aside, and back if this fails."""
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.rename(old)
    try:
        draft.rename(place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)
