# Rashomon's commands; `make help` lists them.  They need Python 3.11 or newer and make.

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
GOLD ?= ../shared/eval/gold
DATA ?= ../shared/corpora
MISSES ?= 0
CHROMIUM ?= /usr/bin/chromium

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --quiet
SOURCES := src tests tools evaluation training

export CHROMIUM

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test eval bench lock format reference clean chromium

help:  ## list these commands
	@grep -hE '^[a-z]+:.*  ## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*  ## /  make \1\t/' | expand -t 18

demo: .venv/.run-stamp  ## compare the examples: the terminal's view, and report.html
	@$(BIN)/rashomon compare examples/ferry --outlets examples/ferry/outlets.csv --html report.html
	@echo
	@echo "The report is $(CURDIR)/report.html: open it in a browser."

test: .venv/.dev-stamp chromium  ## check style, types and layers, and run the tests
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/mypy evaluation/*.py tools/*.py
	$(BIN)/lint-imports
	$(BIN)/pytest

eval: .venv/.run-stamp  ## score the stories of GOLD=dir against evaluation/floors.json
	$(BIN)/python evaluation/evaluate.py --gold '$(GOLD)' --misses $(MISSES)

bench: .venv/.run-stamp  ## cold start, speed and memory over DATA=dir
	$(BIN)/python evaluation/bench.py --data '$(DATA)' --gold '$(GOLD)'

lock:  ## write requirements/*.txt anew (needs uv)
	$(LOCK) pyproject.toml -o requirements/run.txt
	$(LOCK) pyproject.toml --group dev -o requirements/dev.txt
	$(LOCK) requirements/build.in -c requirements/dev.txt -o requirements/build.txt
	@! grep -nE '://|--(extra-)?index-url|--find-links' requirements/*.txt || { echo "A lock names a host."; exit 1; }

format: .venv/.dev-stamp  ## format the code and mend what ruff can mend
	$(BIN)/ruff format $(SOURCES)
	$(BIN)/ruff check --fix $(SOURCES)

reference: .venv/.run-stamp  ## write docs/reference.md anew
	$(BIN)/python tools/make_reference.py

clean:  ## remove the environment and everything that was made
	rm -rf .venv build dist report.html evaluation/out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests tools evaluation -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer was found.  Install one, or name it: make PYTHON=/path/to/python3.11"; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "$(PYTHON) is no Python 3.11 or newer.  Name another: make PYTHON=/path/to/python3.11"; exit 1; }
	"$(PYTHON)" -m venv .venv

# The package is installed in place by its own build backend, which is locked like the rest.
.venv/.run-stamp: requirements/run.txt requirements/build.txt pyproject.toml | .venv/bin/python
	$(PIP) install --require-hashes -r requirements/run.txt -r requirements/build.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev-stamp: requirements/dev.txt .venv/.run-stamp
	$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

chromium:
	@command -v "$(CHROMIUM)" >/dev/null || sh tools/get_chromium.sh
