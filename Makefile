# Rashomon's commands; `make help` lists them.  They need Python 3.11 or newer and make.

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
GOLD ?= ../shared/eval/gold
DATA ?= ../shared/corpora
WORK ?= .training/reader
MISSES ?= 0
CHROMIUM ?= /usr/bin/chromium

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --quiet
SOURCES := src tests tools evaluation training

export CHROMIUM

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test eval eval-reader eval-nanco eval-pages eval-parts eval-copies eval-copies-wide eval-summaries fit bench train lock format reference clean chromium

help:  ## list these commands
	@grep -hE '^[a-z-]+:.*  ## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*  ## /  make \1\t/' | expand -t 20

demo: .venv/.run-stamp  ## compare the examples: the terminal's view, and report.html
	@$(BIN)/rashomon compare examples/ferry --outlets examples/ferry/outlets.csv --html report.html
	@echo
	@echo "The report is $(CURDIR)/report.html: open it in a browser."

test: .venv/.dev-stamp chromium  ## check style, types and layers, and run the tests
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/mypy
	MYPYPATH=training:src $(BIN)/mypy evaluation/*.py tools/*.py training/reader/data.py
	$(BIN)/lint-imports
	$(BIN)/pytest

eval: .venv/.run-stamp  ## score the stories of GOLD=dir against evaluation/floors.json
	$(BIN)/python evaluation/evaluate.py --gold '$(GOLD)' --misses $(MISSES) $(if $(PLAIN),--plain)

eval-reader: .venv/.run-stamp  ## measure the reader on DATA=dir; ATTRIBUTION=file measures that alone, JSON=1 prints JSON
	@PYTHONPATH=training $(BIN)/python evaluation/evaluate_reader.py --data '$(DATA)' \
		$(if $(ATTRIBUTION),--attribution '$(ATTRIBUTION)') $(if $(JSON),--json)

eval-nanco: .venv/.train-stamp  ## group the answers of NAnCo in DATA=dir, leave-one-question-out
	$(BIN)/python evaluation/evaluate_nanco.py --data '$(DATA)/alignment/nanco_dev.json'

eval-pages: .venv/.run-stamp  ## measure the text taken from the saved pages in DATA=dir; WORST=n lists the worst
	$(BIN)/python evaluation/evaluate_pages.py --data '$(DATA)/pages/article_extraction' --worst $(or $(WORST),0)

eval-parts: .venv/.run-stamp  ## the parts of the pages of GOLD=dir/istanbul that hold several reports
	$(BIN)/python evaluation/evaluate_parts.py --gold '$(GOLD)/istanbul'

eval-copies: .venv/.run-stamp  ## copies against the stories of GOLD=dir, synthetic copies, and wire credits of DATA=dir
	$(BIN)/python evaluation/evaluate_copies.py --gold '$(GOLD)'
	$(BIN)/python evaluation/evaluate_credits.py '$(DATA)/attribution/polnear_train.jsonl.gz'

eval-copies-wide: .venv/.run-stamp  ## origins of 8,263 articles of DATA=dir: time, memory, links between far articles, 30 to read (3 minutes)
	$(BIN)/python evaluation/scale_copies.py '$(DATA)/stories/articles_8k.jsonl.gz' --show 30

eval-summaries: .venv/.run-stamp  ## summaries against their articles: those of GOLD=dir, and edited leads of DATA=dir
	$(BIN)/python evaluation/evaluate_summaries.py --gold '$(GOLD)/istanbul' \
		--articles '$(DATA)/stories/articles_8k.jsonl.gz' --edits 4 --titles 0 --seed 21

fit: .venv/.train-stamp  ## fit the judge of claims on the stories of GOLD=dir
	PYTHONPATH=evaluation $(BIN)/python training/fit_judge.py '$(GOLD)'

bench: .venv/.train-stamp  ## cold start, speed and memory over DATA=dir
	$(BIN)/python evaluation/bench.py --data '$(DATA)' --gold '$(GOLD)'
	$(BIN)/python evaluation/bench_reader.py --data '$(DATA)'

train: .venv/.train-stamp  ## train the reader from DATA=dir (hours; goes on where it stopped) and export it
	PYTHONPATH=training $(BIN)/python -m reader.train --data '$(DATA)' --work '$(WORK)'
	PYTHONPATH=training $(BIN)/python -m reader.export --work '$(WORK)'
	PYTHONPATH=training:evaluation $(BIN)/python -m reader.original --data '$(DATA)'

lock:  ## write requirements/*.txt anew (needs uv)
	$(LOCK) pyproject.toml -o requirements/run.txt
	$(LOCK) pyproject.toml --group dev -o requirements/dev.txt
	$(LOCK) requirements/build.in -c requirements/dev.txt -o requirements/build.txt
	$(LOCK) --no-deps requirements/train.in -c requirements/dev.txt -o requirements/train.txt
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

# The weights' makers and their yardstick.  torch is not in the lock: its builds for the processor alone differ by system.
.venv/.train-stamp: requirements/train.txt .venv/.run-stamp
	$(PIP) install torch==2.13.0
	$(PIP) install --require-hashes --no-deps -r requirements/train.txt
	@touch $@

chromium:
	@command -v "$(CHROMIUM)" >/dev/null || sh tools/get_chromium.sh
