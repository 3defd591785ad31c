"""Nothing here knows where it was made: no path of somebody's machine, no host of a package registry."""

import re
from pathlib import Path

from tests.architecture import tree

# Put together from parts, so that this file does not name what it looks for.
FOLDERS = "|".join(("work", "tmp", "root", "home", "Users", "opt"))
HOSTS = "|".join(("pypi", "pythonhosted", "npmjs", "crates", "jfrog", "anaconda"))
LOCAL = re.compile(rf"(?<![\w./:>-])/({FOLDERS})/\w|\.{'library'}\b|\b({HOSTS})\.(org|com|io|dev)\b|\bfile://+\w")


def find(root: Path) -> list[str]:
    """Lines that name a place on a machine or a registry."""
    everything = tree.files(root)
    if not everything:
        return ["no file to check"]
    return [
        f"{tree.name(root, file)}:{number}: {found[0]} means nothing elsewhere"
        for file in everything
        for number, line in enumerate((tree.text(file) or "").splitlines(), 1)
        if (found := LOCAL.search(line))
    ]
