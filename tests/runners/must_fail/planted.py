"""Bad examples for the checks of tests/architecture: a small tree, and the line that the check must give."""

from typing import NamedTuple


class Planted(NamedTuple):
    """One breach of one rule."""

    check: str
    path: str
    text: str
    found: str


HEAD = "@prefix kind: <https://w3id.org/rettvei/id/kind/> . @prefix norm: <https://w3id.org/rettvei/id/norm/> . "
TYPE = "a <https://w3id.org/rettvei/ns#Norm> ."
WORK, HOST = "/" + "work/main", "pypi" + ".org"
LINES = "x = 1\n"

PLANTED = (
    Planted("sizes", "kg/long.py", LINES * 301, "kg/long.py: 301 lines, the limit is 300"),
    Planted("sizes", "tests/test_long.py", LINES * 301, "tests/test_long.py: 301 lines, the limit is 300"),
    Planted("sizes", "ontology/a.ttl", "#\n" * 301, "ontology/a.ttl: 301 lines, the limit is 300"),
    Planted("sizes", "ontology/shapes/a.ttl", "#\n" * 121, "ontology/shapes/a.ttl: 121 lines, the limit is 120"),
    Planted("sizes", "queries/a/b.rq", "#\n" * 61, "queries/a/b.rq: 61 lines, the limit is 60"),
    Planted("sizes", "kg/a.py", "def f():\n" + "    x = 1\n" * 40, "kg/a.py:1: f has 41 lines, the limit is 40"),
    Planted(
        "comments", "kg/a.py", "x = f()  # type: ignore\n", "kg/a.py:1: # type: ignore silences more than it names"
    ),
    Planted("comments", "kg/a.py", "import os  # noqa\n", "kg/a.py:1: # noqa silences more than it names"),
    Planted("sparql_text", "kg/a.py", "Q = 'SELECT ?x WHERE { ?x a ?y }'\n", "kg/a.py:1: SPARQL in Python"),
    Planted(
        "sparql_text", "api/a.py", "def f(g):\n    return f'ask {{ <{g}> ?p ?o }}'\n", "api/a.py:2: SPARQL in Python"
    ),
    Planted("sparql_text", "kg/a.py", "Q = 'VALUES ?x { 1 }'\n", "kg/a.py:1: SPARQL in Python"),
    Planted("sparql_text", "kg/a.py", "Q = 'FILTER (lang(?l) = ' + x\n", "kg/a.py:1: SPARQL in Python"),
    Planted("module_state", "kg/a.py", "CACHE = {}\n", "kg/a.py:1: {} can change"),
    Planted("module_state", "kg/a.py", "NAMES: list[str] = list()\n", "kg/a.py:1: list() can change"),
    Planted("module_state", "kg/a.py", "class A:\n    seen = set()\n", "kg/a.py:2: set() can change"),
    Planted("module_state", "kg/a.py", "def f():\n    global n\n    n = 1\n", "kg/a.py:2: a function changes a value"),
    Planted("module_state", "kg/a.py", "@lru_cache(maxsize=1)\ndef f(): ...\n", "kg/a.py:1: f keeps a cache"),
    Planted("module_state", "api/a.py", "app = FastAPI()\n", "api/a.py:1: FastAPI() can change"),
    Planted("collected", "tests/build/test_a.py", "", "tests/build/test_a.py: is never run"),
    Planted("machine", "README.md", f"see {WORK}\n", "README.md:1: /" + "work/m means nothing elsewhere"),
    Planted("machine", "requirements.lock", f"--index-url https://{HOST}/simple\n", "requirements.lock:1: " + HOST),
    Planted("lock", "requirements.lock", "rdflib\n", "requirements.lock: nothing is pinned"),
    Planted(
        "lock",
        "requirements.lock",
        "rdflib==7.6\nb @ https://x.org/b.whl\n",
        "requirements.lock: b @ https://x.org/b.whl is no",
    ),
    Planted("lock", "requirements.lock", "rdflib==5.0\n", "requirements.lock: rdflib>=7 is not met by 5.0"),
    Planted("lock", "requirements.lock", "typer==1.0\n", "requirements.lock: rdflib>=7 is not met by None"),
    Planted("naming", "ontology/a.ttl", HEAD + "kind:GP " + TYPE, "ontology/a.ttl: kind:GP is not lower-case kebab"),
    Planted("naming", "ontology/a.ttl", HEAD + "kind:a_b " + TYPE, "ontology/a.ttl: kind:a_b is not lower-case kebab"),
    Planted("naming", "ontology/a.ttl", HEAD + "norm:par-2-1 " + TYPE, "ontology/a.ttl: norm:par-2-1 has a date or"),
    Planted(
        "naming", "ontology/a.ttl", HEAD + "norm:list-2019 " + TYPE, "ontology/a.ttl: norm:list-2019 has a date or"
    ),
    Planted(
        "naming", "ontology/a.ttl", HEAD + 'kind:a kind:b "x"@no .', "ontology/a.ttl: the language tag no is none of"
    ),
    Planted("naming", "ontology/a.ttl", "kind:a a kind:b .", "ontology/a.ttl: cannot be read"),
    Planted("naming", "ontology/twice/a.ttl", HEAD + "kind:twice " + TYPE, "kind:twice is described in both"),
    Planted("pairs", "kg/cli/a.py", "", "kg/cli/a.py: has no tests/cli/test_a.py"),
    Planted("pairs", "kg/room/a.py", "", "kg/room: has no tests in tests/room"),
    Planted("pairs", "api/routes/a.py", "", "api/routes/a.py: has no tests/api/routes/test_a.py"),
    Planted("pairs", "queries/a/b.rq", "", "queries/a/b.rq: has no queries/a/b.cases.yaml"),
    Planted("pairs", "queries/a/b.cases.yaml", "", "queries/a/b.cases.yaml: has no queries/a/b.rq"),
    Planted("pairs", "ontology/tables/a.csv", "", "ontology/tables/a.csv: has no ontology/tables/a.rq"),
    Planted("docs", "README.md", "`make serve` `make test` `make coffee`", "README.md: make coffee is no target"),
    Planted("docs", "README.md", "`make serve`", "README.md: does not say make test"),
    Planted("docs", "CONTRIBUTING.md", "", "CONTRIBUTING.md: the table of what to touch is gone"),
    Planted("docs", "CONTRIBUTING.md", "| `kg/gone.py` |\n" * 3, "CONTRIBUTING.md: kg/gone.py is not in the tree"),
    Planted("docs", "CHANGELOG.md", "# Changes\n", "CHANGELOG.md: has no version"),
    Planted("docs", "CHANGELOG.md", "## 1\n### Engine\n### Decisions\n", "CHANGELOG.md: 1 has the heads"),
)

SOUND = {
    "kg/sources/__init__.py": "",
    "kg/sources/sound.py": "x = (1, 2)\n",
    "tests/sources/test_sound.py": "",
    "api/__init__.py": "",
    "ontology/sound.ttl": HEAD + "kind:twice " + TYPE,
    "queries/sound/all.rq": "",
    "queries/sound/all.cases.yaml": "",
    "requirements.lock": "rdflib==7.6.0\n",
    "pyproject.toml": '[project]\nname = "a"\ndependencies = ["rdflib>=7"]\n',
    "Makefile": "serve:\n\ntest:\n",
    "README.md": "`make serve` and `make test`\n",
    "CONTRIBUTING.md": "| to add | touch |\n|---|---|\n| a module | `kg/sources/<name>.py` |\n",
    "CHANGELOG.md": "# Changes\n## 0.1.0\n### Decisions\n### Docs\n",
}
