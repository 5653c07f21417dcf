# Every task by name. `make` alone lists them.
# The two that matter first: `make run` (a running copy) and `make test` (everything checked).

PYTHON ?= python3
PORT ?= 8050
VENV := .venv
BIN := $(VENV)/bin
PACKAGES := app callbacks workflow layouts figures documents db readers domain
CODE := $(PACKAGES) scripts tests benchmarks wsgi.py
SCRIPTS := $(wildcard app/assets/*.js)
# Deno checks the browser's scripts. It keeps its notes beside it, and asks nobody for a newer one.
DENO := DENO_DIR=$(VENV)/deno DENO_NO_UPDATE_CHECK=1 $(BIN)/deno

# Compiled modules make every command and worker start in a third of the time, whatever the machine is set to.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test check format lint types imports unit browser coverage bench docs pictures fixtures \
	migrate migration lock theme chromium clean soak

help: ## List the tasks
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: $(VENV)/product ## Make what is missing and serve a demonstration on 127.0.0.1 (PORT=8050)
	@COMPENDIUM_DEMONSTRATION=yes PORT=$(PORT) $(BIN)/python -m app run

test: check unit browser ## From a bare clone to everything checked, the browser's tests included

check: format-check lint types imports docs-check ## The quick checks

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Compendium needs Python 3.11 or newer. Name one with: make PYTHON=python3.12"; exit 1; }
	@echo "Making the environment in $(VENV)…"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "Python's venv is missing. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv

$(VENV)/product: requirements.txt | $(VENV)/bin/python
	@echo "Installing what the product needs (about a minute the first time)…"
	@$(BIN)/python -m uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements.txt
	@touch $@

$(VENV)/development: requirements-dev.txt | $(VENV)/bin/python
	@echo "Installing what the tests and tools need…"
	@$(BIN)/python -m uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/product

format: $(VENV)/development ## Put the code into its one shape
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix-only --quiet $(CODE)

.PHONY: format-check docs-check
format-check: $(VENV)/development
	$(BIN)/ruff format --check $(CODE)

lint: $(VENV)/development ## Look for mistakes in Python and in the browser's scripts
	$(BIN)/ruff check $(CODE)
	$(DENO) lint --quiet $(SCRIPTS)

types: $(VENV)/development ## Check the types of Python and of the browser's scripts, strictly
	$(BIN)/mypy
	$(DENO) check --quiet --no-remote $(SCRIPTS)

imports: $(VENV)/development ## Check which way imports point
	$(BIN)/lint-imports

docs-check: $(VENV)/development
	$(BIN)/python -m pytest -q -p no:randomly tests/docs

unit: $(VENV)/development ## All tests but the browser's, on SQLite and PostgreSQL, with coverage
	$(BIN)/python -m pytest -q -n 2 --dist worksteal -m "not browser and not soak" --cov --cov-report=
	$(BIN)/coverage report --fail-under=95
	$(BIN)/coverage report --fail-under=100 --include='domain/*,workflow/*'

browser: $(VENV)/development chromium ## The browser's and the accessibility tests
	$(BIN)/python -m pytest -q -n 2 --dist worksteal -m "browser and not soak" tests/browser

soak: $(VENV)/development chromium ## Try at length what the tests sample, and whether they find faults put into the rules
	$(BIN)/python -m pytest -q -n 2 --dist worksteal -m soak
	$(BIN)/python -m pytest -q -n 2 --dist worksteal -m "not soak" --hypothesis-profile=long tests/domain tests/figures
	$(BIN)/python -m tests.soak.mutation

coverage: unit ## The same as unit, with a page for each file in htmlcov/
	$(BIN)/coverage html

chromium: ## Install Chromium and its driver from the system's packages when they are missing
	@scripts/chromium

bench: $(VENV)/development chromium ## Measure ranking, pages, starts, old laptops, and answers while ten people click
	$(BIN)/python -m benchmarks.ranking
	$(BIN)/python -m benchmarks.pages
	$(BIN)/python -m benchmarks.starting
	$(BIN)/python -m benchmarks.laptop
	$(BIN)/python -m benchmarks.clicking

docs: $(VENV)/development ## Draw docs/workflow.md from the steps, and the rooms of docs/architecture.md
	$(BIN)/python -m app workflow draw > docs/workflow.md
	$(BIN)/python -m scripts.rooms

pictures: $(VENV)/development chromium ## Take the pictures of README.md from a running demonstration
	$(BIN)/python -m scripts.pictures

fixtures: $(VENV)/development ## Keep editions of the newest schema of content for the tests of later ones
	$(BIN)/python -m tests.fixtures.keep

migrate: $(VENV)/product ## Bring the database of COMPENDIUM_DATABASE up to date
	$(BIN)/python -m app migrate

migration: $(VENV)/development ## Write a migration from the models: make migration name="add meetings"
	$(BIN)/python -m scripts.migration "$(name)"

lock: $(VENV)/development ## Write exact versions with hashes from requirements.in and -dev.in
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header requirements-dev.in -o requirements-dev.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header -c requirements-dev.txt requirements.in -o requirements.txt

theme: ## Write app/assets/bootstrap.css from theme/ (needs Node; nothing else does)
	cd theme && npm install --silent --no-package-lock && npx sass --quiet --style=compressed \
		--no-source-map --load-path=node_modules bootstrap.scss ../app/assets/bootstrap.css

clean: ## Remove what can be made again; the demonstration's data in var/ stays
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache htmlcov .coverage*
