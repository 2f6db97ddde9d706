# Everything a person needs to do with this repository; `make help` lists it.

PYTHON ?= python3
LOCK_TOOL := uv==0.13.9

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
LOCK := $(VENV)/lock/bin/uv pip compile pyproject.toml --quiet --extra build --universal \
	--python-version 3.11 --generate-hashes --no-annotate --no-header \
	--no-emit-index-url --no-emit-find-links

.DEFAULT_GOAL := help
.PHONY: help setup site test test-fast check laws bench strings lock clean

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

setup: $(VENV)/site.stamp ## set up what the generator needs

site: $(VENV)/site.stamp ## set up what the generator needs, and build the demonstration site into public/
# What templates are compiled to is kept, like what modules are, even where Python may keep nothing.
	@PYTHONDONTWRITEBYTECODE= $(BIN)/byleave build

test: $(VENV)/browser.stamp check ## set up what the tests need, check the code, and run every test
	@$(BIN)/python -m pytest -n 2 --dist worksteal

test-fast: $(VENV)/test.stamp ## run the tests that take less than a second or two each
	@$(BIN)/python -m pytest -n 2 --dist worksteal -m "not slow"

check: $(VENV)/test.stamp ## look at the code: style, layout, types, import directions
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet || { echo "Some files are not laid out as ruff does it: run $(BIN)/ruff format"; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo --cache-dir $(VENV)/import-linter > $(VENV)/imports.txt || { cat $(VENV)/imports.txt; exit 1; }

laws: N ?= 5000
laws: $(VENV)/test.stamp ## try the laws of consent on N generated sites: make laws N=20000
	@BYLEAVE_LAW_SITES=$(N) $(BIN)/python -m pytest tests/laws -n 2 --dist worksteal

bench: N ?= 100,1000,10000
bench: $(VENV)/test.stamp ## measure builds of N stories: make bench N=1000 AGAINST=hugo,pelican WRITE=yes
	@$(BIN)/python -m tests.bench --sizes $(N) --against "$(AGAINST)" $(if $(WRITE),--write)

strings: $(VENV)/test.stamp ## gather the words to translate, and merge them into the catalogues
	@$(BIN)/python -m tests.strings.catalogues

lock: $(VENV)/lock.stamp ## choose the newest versions of what is needed, and write requirements/ anew
	@$(LOCK) --upgrade --output-file requirements/site.txt
	@$(LOCK) --upgrade --extra test --constraints requirements/site.txt --output-file requirements/test.txt

clean: ## remove all that was made, the set-up too
	@rm -rf $(VENV) .byleave public build dist generator/*.egg-info
	@rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis tests/browser/node_modules
	@find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps stand for what is installed: each is older than the lock once the lock has changed.
$(VENV)/venv.stamp:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Byleave needs Python 3.11 or newer: make PYTHON=python3.11 ...")'
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/site.stamp: $(VENV)/venv.stamp requirements/site.txt pyproject.toml
	@echo "Installing what the generator needs ..."
	@$(PIP) install --require-hashes -r requirements/site.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
# As pip does with all that it installs, but not with what stays where it is: it starts quicker.
	@$(BIN)/python -m compileall -q generator
	@touch $@

$(VENV)/test.stamp: $(VENV)/site.stamp requirements/test.txt
	@echo "Installing what the tests need ..."
	@$(PIP) install --require-hashes -r requirements/test.txt
	@touch $@

# Chromium, Java and the checkers of pages; set_up.py says what it installs, and what is missing.
$(VENV)/browser.stamp: $(VENV)/test.stamp tests/browser/package-lock.json tests/browser/set_up.py
	@$(BIN)/python -m tests.browser.set_up
	@touch $@

$(VENV)/lock.stamp: $(VENV)/venv.stamp Makefile
	@$(PYTHON) -m venv $(VENV)/lock
	@$(VENV)/lock/bin/python -m pip --disable-pip-version-check -qq install $(LOCK_TOOL)
	@touch $@
