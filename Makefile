# Verbale. "make" alone shows what there is; "make demo" and "make test" set everything up by themselves.

VENV := .venv
BIN := $(VENV)/bin
# the first Python that is new enough and can make an environment; overrule it with: make demo PYTHON=/path/to/python
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3 python; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# tests start many processes, each of which would otherwise compile the program anew
unexport PYTHONDONTWRITEBYTECODE
.PHONY: help demo test test-long test-all lint types docs docs-check train lock clean

help: ## Show this
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/run.stamp ## Code the bundled case, print its brief, write it to verbale-demo/
	@$(BIN)/verbale demo

test: $(VENV)/dev.stamp ## Run the tests
	@$(BIN)/pytest -n auto -m "not long"

test-long: $(VENV)/dev.stamp ## Run of the tests that take long as many as five minutes allow, others each time
	@$(BIN)/pytest -n auto -m long --seconds 300

test-all: $(VENV)/dev.stamp ## Run all tests, with those that take long: kills, fuzzing, engines, servers, browsers
	@$(BIN)/pytest -n auto --hypothesis-profile all

lint: $(VENV)/dev.stamp ## Check style, and that rooms import in one direction only
	@$(BIN)/ruff check
	@$(BIN)/lint-imports

types: $(VENV)/dev.stamp ## Check types
	@$(BIN)/mypy

docs: $(VENV)/dev.stamp ## Write the reference pages anew
	@$(BIN)/python tools/make_docs.py
	@$(BIN)/python tools/make_messages.py

docs-check: $(VENV)/dev.stamp ## Fail where a reference page is not what the program says
	@$(BIN)/python tools/make_docs.py --check
	@$(BIN)/python tools/make_messages.py --check

train: $(VENV)/dev.stamp ## Fit the coder's models anew to the texts of training/ (about an hour on two cores)
	@$(PIP) install -e .[learn]
	@$(BIN)/python -m verbale.learning training/[a-z]*.txt

lock: ## Resolve the dependencies anew into the two locks
	@$(call found)
	@rm -rf build/lock && $(PYTHON) -m venv build/lock && build/lock/bin/pip install --quiet uv
	@build/lock/bin/uv pip compile $(LOCKING) pyproject.toml build.in -o requirements.lock
	@build/lock/bin/uv pip compile $(LOCKING) --extra dev -c requirements.lock pyproject.toml build.in -o requirements-dev.lock
LOCKING := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links --native-tls

clean: ## Remove the environment and everything that was made
	@rm -rf $(VENV) build dist verbale-demo .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

define found
test -n "$(PYTHON)" || { echo "Verbale needs Python 3.11 or newer, with its venv module; none was found." >&2; \
	echo "hint: install it (Debian: apt install python3 python3-venv), or say where it is: make demo PYTHON=/path/to/python" >&2; exit 1; }
endef

$(VENV)/run.stamp: requirements.lock pyproject.toml
	@$(call found)
	@echo "Setting up $(VENV) (once, a few minutes)" >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock $(VENV)/run.stamp
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
