# Everything a person needs to do with this repository; `make help` lists it.

PYTHON ?= python3
LOCK_TOOL := uv==0.13.9

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
LOCK := $(VENV)/lock/bin/uv pip compile pyproject.toml --quiet --extra build --universal \
	--python-version 3.11 --generate-hashes --no-annotate --no-header \
	--no-emit-index-url --no-emit-find-links

# What modules, tests and templates are compiled to is kept, even where Python may keep nothing.
KEEPING := PYTHONDONTWRITEBYTECODE=

.DEFAULT_GOAL := help
.PHONY: help setup site test test-fast test-lowest test-tools check laws mutants bench steps fresh strings lock clean

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

setup: $(VENV)/site.stamp ## set up what the generator needs

site: $(VENV)/site.stamp ## set up what the generator needs, and build the demonstration site into public/
	@$(KEEPING) $(BIN)/byleave build

test: chromium-and-pango $(VENV)/browser.stamp check ## set up what the tests need, check the code, and run every test
	@$(KEEPING) $(BIN)/python -m pytest -n 2 --dist worksteal -m "not tools"

test-fast: pango ## run the tests that take mostly less than a fifth of a second each
	@$(KEEPING) $(BIN)/python -m pytest -n 2 --dist worksteal -m "not slow"

test-tools: rsync-and-sshd $(VENV)/tools.stamp ## try what needs programs of others: rsync and sshd, pre-commit, linters of workflows
	@$(KEEPING) $(BIN)/python -m pytest -n 2 --dist worksteal -m tools

test-lowest: pango $(VENV)/lowest.stamp ## run these on the lowest versions of all that pyproject.toml asks for
	@$(KEEPING) $(VENV)/lowest/bin/python -m pytest -n 2 --dist worksteal -m "not slow"

check: $(VENV)/test.stamp ## look at the code: style, layout, types, import directions
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet || { echo "Some files are not laid out as ruff does it: run $(BIN)/ruff format"; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo --cache-dir $(VENV)/import-linter > $(VENV)/imports.txt || { cat $(VENV)/imports.txt; exit 1; }

laws: N ?= 5000
laws: $(VENV)/test.stamp ## try the laws of consent on N new sites: make laws N=20000; SEED=7 N=1 tries one again
	@$(BIN)/python -m tests.laws --sites $(N) $(if $(SEED),--seed $(SEED),)
	@$(if $(SEED),,$(BIN)/python -m pytest -q -m hypothesis --hypothesis-profile=new)

mutants: N ?= 60
mutants: SEED ?= 1
mutants: $(VENV)/test.stamp ## break N lines, one at a time, and tell what no quick test notices: make mutants N=20 IN=gate SEED=7
	@$(BIN)/python -m tests.mutation --count $(N) --seed $(SEED) $(if $(IN),--packages $(IN))

bench: N ?= 100,1000,10000
bench: $(VENV)/test.stamp ## measure builds of N stories: make bench N=1000 AGAINST=hugo,pelican WRITE=yes
	@$(BIN)/python -m tests.bench --sizes $(N) --against "$(AGAINST)" $(if $(WRITE),--write)

steps: $(VENV)/browser.stamp ## count the steps and minutes of what people do most, by commands and at the desk
	@$(BIN)/python -m tests.steps

fresh: $(VENV)/test.stamp ## as root: try the two commands of the README on a bare Debian
	@$(BIN)/python -m tests.fresh $(if $(RELEASE),--release $(RELEASE)) $(if $(QUICK),--quick) $(if $(WRITE),--write)

strings: $(VENV)/test.stamp ## gather the words to translate, and merge them into the catalogues
	@$(BIN)/python -m tests.strings.catalogues

lock: $(VENV)/lock.stamp ## write requirements/ anew for what pyproject.toml asks for; UPGRADE=yes takes the newest of all
	@$(LOCK) $(if $(UPGRADE),--upgrade) --output-file requirements/site.txt
	@$(LOCK) $(if $(UPGRADE),--upgrade) --extra test --constraints requirements/site.txt --output-file requirements/test.txt
	@$(LOCK) $(if $(UPGRADE),--upgrade) --extra test --resolution lowest-direct --output-file requirements/lowest.txt
	@$(LOCK) $(if $(UPGRADE),--upgrade) --extra browser --constraints requirements/test.txt --output-file requirements/browser.txt
	@$(LOCK) $(if $(UPGRADE),--upgrade) --extra tools --constraints requirements/test.txt --constraints requirements/browser.txt --output-file requirements/tools.txt

clean: ## remove all that was made, the set-up too
	@rm -rf $(VENV) .byleave public build dist generator/*.egg-info
	@rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis tests/browser/node_modules
	@find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

# What the tests need of the system is tried each time, so that a browser that has gone is told of
# before the first test and not by each.
.PHONY: chromium-and-pango pango rsync-and-sshd
chromium-and-pango: $(VENV)/test.stamp
	@$(BIN)/python -m tests.set_up system chromium pango

pango: $(VENV)/test.stamp
	@$(BIN)/python -m tests.set_up system pango

rsync-and-sshd: $(VENV)/test.stamp
	@$(BIN)/python -m tests.set_up system rsync sshd

# An environment is good for one place and one Python. It is made anew where the checkout has been
# moved or copied, where its Python has gone or become another, and where PYTHON=... asks for
# another than it was made with. While it is good its stamp stays as it is.
WHICH := -ISc 'import os, sys; print(os.getcwd(), sys.base_prefix, sys.implementation.cache_tag)'
MADE_BY = "`$(1) $(WHICH) 2> /dev/null`" = "`sed -n $(2)p $@ 2> /dev/null || echo none`"
ASKED := $(filter-out file,$(origin PYTHON))

.PHONY: always
$(VENV)/venv.stamp: always
	@if [ $(call MADE_BY,$(BIN)/python,1) ] && [ $(if $(ASKED),$(call MADE_BY,$(PYTHON),2),1) ]; then exit 0; fi; \
	$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Byleave needs Python 3.11 or newer: make PYTHON=python3.11 ...")' && \
	echo "Setting up $(VENV) ..." && \
	$(PYTHON) -m venv --clear $(VENV) && \
	{ $(BIN)/python $(WHICH) && $(PYTHON) $(WHICH); } > $@

# The other stamps stand for what is installed: each is older than its lock once that has changed.
$(VENV)/site.stamp: $(VENV)/venv.stamp requirements/site.txt pyproject.toml
	@echo "Installing what the generator needs ..."
	@$(PIP) install --require-hashes -r requirements/site.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
# As pip does with all that it installs, but not with what stays where it is: it starts quicker.
	@$(BIN)/python -m compileall -q generator
	@touch $@

$(VENV)/test.stamp: $(VENV)/site.stamp requirements/test.txt
	@$(BIN)/python -c 'import sys, sysconfig; "musl" in str(sysconfig.get_config_var("SOABI")) and sys.exit("error: the tests need a browser that Playwright drives, which Alpine and other systems of musl cannot have: run them on a system of glibc, or on macOS; make site works here")'
	@echo "Installing what the tests need ..."
	@$(PIP) install --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/browser.stamp: $(VENV)/test.stamp requirements/browser.txt tests/browser/package-lock.json
	@echo "Installing what looks at pages ..."
	@$(PIP) install --require-hashes -r requirements/browser.txt
	@$(BIN)/python -m tests.set_up checkers
	@touch $@

$(VENV)/tools.stamp: $(VENV)/browser.stamp requirements/tools.txt
	@echo "Installing programs of others ..."
	@$(PIP) install --require-hashes -r requirements/tools.txt
	@touch $@

$(VENV)/lowest.stamp: $(VENV)/venv.stamp requirements/lowest.txt pyproject.toml
	@echo "Installing the lowest versions ..."
	@$(BIN)/python -m venv --clear $(VENV)/lowest
	@$(VENV)/lowest/bin/python -m pip --disable-pip-version-check -qq install --require-hashes -r requirements/lowest.txt
	@$(VENV)/lowest/bin/python -m pip --disable-pip-version-check -qq install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/lock.stamp: $(VENV)/venv.stamp Makefile
	@$(BIN)/python -m venv --clear $(VENV)/lock
	@$(VENV)/lock/bin/python -m pip --disable-pip-version-check -qq install $(LOCK_TOOL)
	@touch $@
