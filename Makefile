# Two commands matter: `make run` and `make test`. Both need Python ≥ 3.11 and make, and nothing else.
# pip and npm use whatever index the machine has configured; no address stands in any file of ours.

.PHONY: run test quick lint types compiled test-fast test-browser matrix bench mutate kijk assets lock clean help
.DEFAULT_GOAL := help

VENV := .venv
PY := $(VENV)/bin/python
PYTEST := $(PY) -m pytest -q
TOGETHER := --dist worksteal -n
PIP := $(PY) -m pip install -qq --disable-pip-version-check --no-input --require-hashes
# Compiled code is kept, whatever the machine says: some sixty processes of a run would each compile all of it anew.
export PYTHONDONTWRITEBYTECODE :=
FRONT := $(shell find portal/static -name dist -prune -o -type f -print)

help:
	@echo "make run    het portaal met een demowereld op http://localhost:8000"
	@echo "make test   alle controles en tests, ook in een echte browser"
	@echo "make quick  het meeste daarvan in ruim een minuut; make test-fast alles behalve de browser; make test-browser"
	@echo "make matrix verlaat elk formulier op acht manieren en zegt wat er kwijt is (duurt lang)"
	@echo "make bench  meet de snelheid; make kijk  maakt van documenten plaatjes (LibreOffice nodig)"
	@echo "make mutate zet fouten in de regels en zegt welke geen test ziet (duurt lang)"
	@echo "make lint   alleen stijl en typen; make assets, make lock, make clean"

run: $(VENV)/.app assets
	@PORTAL_DEMO=$${PORTAL_DEMO:-1} exec $(PY) -m portal.run

# One run of everything, journeys in a browser first: while they wait for a page, the other tests have the processors.
test: $(VENV)/.dev assets
	@$(MAKE) --no-print-directory -j2 lint types compiled
	$(PY) -m tests.browser.chromium
	$(PYTEST) $(TOGETHER) 3

# What most mistakes run into within a minute or so: style, types, rules and verbs, on SQLite.
quick: $(VENV)/.dev assets
	@$(MAKE) --no-print-directory -j2 lint types
	$(PYTEST) $(TOGETHER) 2 tests/unit tests/services -k "not postgresql" --hypothesis-profile=quick

lint: $(VENV)/.dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

types: $(VENV)/.dev
	$(PY) -m mypy

# Rewrites the asserts of all tests, once for all processes, while the types are looked at.
compiled: $(VENV)/.dev
	@$(PYTEST) --collect-only -qq > $(VENV)/collected.log || { cat $(VENV)/collected.log; exit 1; }

test-fast: $(VENV)/.dev assets
	$(PYTEST) $(TOGETHER) 2 --ignore=tests/browser

test-browser: $(VENV)/.dev assets
	$(PY) -m tests.browser.chromium
	$(PYTEST) tests/browser

# Every form of the portal × every way to leave it. FORMS=regio does the forms of views whose name holds that word.
matrix: $(VENV)/.dev assets
	$(PY) -m tests.browser.chromium
	FORMS=$(FORMS) $(PYTEST) -s tests/browser/matrix.py

bench: $(VENV)/.dev assets
	$(PY) -m benchmarks

# Puts one fault at a time in the rules, the reading of timelines and the counting of the report ([tool.mutmut]).
# ONLY='portal.domain.sheet*' runs a part of it.
mutate: $(VENV)/.mutate
	rm -rf mutants
	$(PY) -m mutmut run --max-children $(or $(CHILDREN),1) $(if $(ONLY),'$(ONLY)')
	$(PY) -m tests.mutation

kijk: $(VENV)/.dev
	$(PY) -m tests.kijk kijk/

# The newest versions that fit, pinned with hashes. Read CHANGELOGs, then commit.
lock: $(VENV)/.dev
	$(call compile,app)
	$(call compile,dev)
	$(call compile,node)
	$(call compile,mutate)

define compile
$(PY) -m uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q --upgrade \
	requirements/$(1).in -o requirements/$(1).txt
endef

clean:
	rm -rf $(VENV) node_modules portal/static/dist kijk mutants test-results .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- What a fresh machine needs first. Each file below is a stamp: a second run has nothing to do. ---

assets: portal/static/dist/manifest.json

portal/static/dist/manifest.json: $(FRONT) package.json package-lock.json | $(VENV)/.app
	@$(PY) portal/static/build.py

$(VENV)/bin/python:
	@sh portal/make_venv.sh $(VENV)

$(VENV)/.app: requirements/app.txt | $(VENV)/bin/python
	@echo "Pakketten installeren (eenmalig) …"
	@$(PIP) -r requirements/app.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.app
	@echo "Pakketten voor de tests installeren (eenmalig) …"
	@$(PIP) -r requirements/dev.txt
	@touch $@

$(VENV)/.mutate: requirements/mutate.txt $(VENV)/.dev
	@echo "Pakketten voor make mutate installeren (eenmalig) …"
	@$(PIP) -r requirements/mutate.txt
	@touch $@
