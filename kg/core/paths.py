"""Where the text rooms are: inside the installed package, or the repository's own folders in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def text_root() -> Path:
    """The folder that holds `ontology/` and `queries/`.

    A wheel carries them under `kg/_text`; a checkout has them beside `kg/`.
    """
    inside = _PACKAGE / "_text"
    return inside if inside.is_dir() else _PACKAGE.parent


def is_checkout() -> bool:
    """Whether this runs from a repository rather than from an installed wheel."""
    return not (_PACKAGE / "_text").is_dir()
