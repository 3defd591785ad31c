# The only commands. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help serve test soak lint rules hooks format bench build lock clean
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
ADDRESS ?= 127.0.0.1:8000

help: ## list the commands
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

serve: $(VENV)/serve.stamp ## build the graph if needed and serve the page and the API on ADDRESS (127.0.0.1:8000)
	$(BIN)/rettvei serve --host $(firstword $(subst :, ,$(ADDRESS))) --port $(lastword $(subst :, ,$(ADDRESS)))

test: lint ## all checks that guard a change: ruff, mypy, import contracts, pytest without the long counts
	$(BIN)/pytest -m "not soak"

soak: $(VENV)/dev.stamp ## the same tests with full counts: before an issue is closed
	$(BIN)/pytest --hypothesis-profile=soak

lint: $(VENV)/dev.stamp ## ruff, mypy and import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

rules: $(VENV)/dev.stamp ## the rules of the tree: sizes, pairs, names, documents
	$(BIN)/pytest tests/architecture

hooks: $(VENV)/dev.stamp ## run format, lint and rules before each commit
	$(BIN)/pre-commit install

format: $(VENV)/dev.stamp ## let ruff mend and format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/dev.stamp ## measure ourselves against others; ONLY=name runs one
	$(BIN)/python -m bench.run $(ONLY)

build: $(VENV)/dev.stamp ## wheel and source archive in dist/
	$(BIN)/python -m build --no-isolation

lock: ## write requirements.lock anew from pyproject.toml: names and versions, nothing else
	rm -rf build/lock
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet ".[dev]"
	build/lock/bin/python -m pip freeze --exclude rettvei > requirements.lock
	rm -rf build/lock

clean: ## remove what the commands made
	rm -rf $(VENV) .rettvei build dist bench/out tests/out .mypy_cache .pytest_cache .ruff_cache .hypothesis *.egg-info
	find api bench kg tests -name __pycache__ -type d -prune -exec rm -rf {} +

# One lock for everything: as a constraint it pins what is installed, and what is not needed stays out.
$(VENV)/serve.stamp: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Rettvei needs Python 3.11 or newer: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --constraint requirements.lock --editable .
	touch $@

$(VENV)/dev.stamp: $(VENV)/serve.stamp
	$(PIP) install --quiet --constraint requirements.lock --editable ".[dev]"
	touch $@
