"""How a file of the ontology is called in messages: by its path under the folder that holds the manifest."""

from pathlib import Path

MANIFEST = "manifest.toml"


def shown(path: Path) -> str:
    """The path from the ontology root, or the bare name of a file that lies under none: never a path of the server."""
    for parent in path.absolute().parents:
        if (parent / MANIFEST).is_file():
            return path.absolute().relative_to(parent).as_posix()
    return path.name
