PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
export PREFECT_SERVER_ANALYTICS_ENABLED := false
export DO_NOT_TRACK := 1

.DEFAULT_GOAL := help
.PHONY: help install demo test check docs bench faults fuzz model golden clean

help: ## list the commands
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

install: $(STAMP) ## make .venv from requirements.lock and install the project into it

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(STAMP)

demo: install ## build a warehouse from the examples and answer three questions
	$(BIN)/dateline demo

test: install ## run the tests
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

check: install ## format, lint, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest --quiet tests/test_layers.py

docs: install ## write the data dictionary and the outputs that README and docs show
	$(BIN)/python -m warehouse.dictionary docs/data-dictionary.md
	$(BIN)/python -m tests.transcripts README.md docs/sql-cookbook.md docs/reading.md

bench: install ## measure speed and memory; prints a table
	$(BIN)/python -m tests.bench

faults: install ## kill runs that fetch 500 pages at 20 points, and look at what the next run makes of it
	DATELINE_FAULTS=1 $(BIN)/python -m pytest --quiet tests/flows/fetching/test_kill.py

fuzz: install ## read 25,000 inputs of each kind that comes from outside
	$(BIN)/python -m pytest --quiet -m fuzz --hypothesis-profile=fuzz

golden: install ## write the expectations of new golden pages; read them, then mark them as reviewed
	$(BIN)/python -m tests.golden.expectations

model: install ## train the language model from the corpora in CORPORA (40 minutes on two cores)
	$(BIN)/python -m training.train --corpora $(CORPORA)

clean: ## remove what the commands above made
	rm -rf $(VENV) data
