# Every target sets up what it needs first: the Python packages of requirements.lock in .venv,
# and on Debian and Ubuntu the system packages. What is set up already costs nothing.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test test-all fuzz check bench bench-peers reliability pictures pictures-all pictures-website lock messages clean qt-packages outside-packages peers-packages

PYTHON := .venv/bin/python
READY := .venv/.ready
PEERS_READY := benchmarks/peers/node_modules/.ready
PEERS_PACKAGES := benchmarks/peers/.packages
OUTSIDE_READY := tests/outside/node_modules/.ready
SCREEN := $(or $(DISPLAY),$(WAYLAND_DISPLAY),$(filter Darwin,$(shell uname -s)))
SAMPLE := samples/t2d.ketju
LANGUAGES := fi sv
CATALOGUES := designer/locale
TEMPLATE := out/ketjupaja.pot
SIDE_BY_SIDE := -n auto --maxprocesses 8
UV_VERSION := 0.13.9

# Where this is set, each of some hundred processes would compile all modules anew.
unexport PYTHONDONTWRITEBYTECODE

help: ## list what can be done
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/\1\t\2/p' Makefile | while IFS="$$(printf '\t')" \
	read -r target purpose; do printf '  make %-9s %s\n' "$$target" "$$purpose"; done

ifneq ($(SCREEN),)
run: $(READY) qt-packages ## open a sample pathway; without a screen: check it and export it to out/
	@sh setup/system_packages.sh window
	.venv/bin/ketjupaja $(SAMPLE)
else
run: export QT_QPA_PLATFORM := offscreen
run: $(READY) qt-packages
	@echo "There is no screen here, so the sample is checked and exported to out/ instead."
	$(PYTHON) -m designer.showcase $(SAMPLE) out
endif

test: export QT_QPA_PLATFORM := offscreen
test: $(READY) qt-packages ## run the tests that need only Python packages, without a screen
	$(PYTHON) -m pytest -m "not outside and not every" $(SIDE_BY_SIDE)

test-all: export QT_QPA_PLATFORM := offscreen
test-all: test $(OUTSIDE_READY) ## test, in every look and size, then what needs Chromium, LibreOffice, Java, Node and a virtual screen
	$(PYTHON) -m pytest -m "(every or hypothesis) and not outside" --hypothesis-profile thorough $(SIDE_BY_SIDE)
	$(PYTHON) -m pytest -m outside

SECONDS := 60
fuzz: export QT_QPA_PLATFORM := offscreen
fuzz: $(READY) ## give mutated files to all readers for SECONDS=60; what fails is written to out/fuzz
	$(PYTHON) -m tests.hostile.fuzz $(SECONDS) out/fuzz

check: $(READY) ## formatting, lint, types, import rules, then test
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	.venv/bin/lint-imports
	@$(MAKE) --no-print-directory test

bench: export QT_QPA_PLATFORM := offscreen
bench: $(READY) qt-packages ## measure speed: one table, kept in benchmarks/results (some 20 minutes)
	$(PYTHON) -m benchmarks

bench-peers: $(PEERS_READY) bench ## the same beside what others have written, in Node and Chromium

# Without strace the calls of the system cannot be made to fail; pytest tells then what it left out.
reliability: export QT_QPA_PLATFORM := offscreen
reliability: $(READY) qt-packages ## kill sessions, make each call fail, fill disks, edit for hours: print the figures
	$(PYTHON) -m pytest tests/reliability $(SIDE_BY_SIDE) -rPs

pictures: export QT_QPA_PLATFORM := offscreen
pictures: $(READY) qt-packages ## draw the guide's pictures anew, from the samples
	$(PYTHON) -m designer.ui.pictures docs/pictures

pictures-all: export QT_QPA_PLATFORM := offscreen
pictures-all: $(READY) qt-packages ## draw every state in every look, at 100 and 150 %, to look at them: out/pictures
	for look in light dark contrast; do for scale in 1.0 1.5; do \
	$(PYTHON) -m designer.ui.pictures --all --look $$look --scale $$scale \
	out/pictures/$$look-$$scale || exit 1; done; done

pictures-website: $(OUTSIDE_READY) $(READY) qt-packages ## take the guide's pictures of the website anew: needs Chromium and Node
	$(PYTHON) -m tests.outside.website_pictures docs/pictures

# Keeps the versions that still fit; `make lock UPGRADE=--upgrade` takes the newest.
lock: $(READY) ## write requirements.lock anew from pyproject.toml
	$(PYTHON) -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	.venv/bin/uv pip compile --no-config --quiet $(UPGRADE) pyproject.toml setup/build.in \
		--extra dev --universal --python-version 3.11 --generate-hashes --no-annotate \
		--custom-compile-command "make lock" --output-file requirements.lock

# No dates and no line numbers: a catalogue changes only where a text does.
messages: $(READY) ## gather the texts for translation and compile the catalogues
	@mkdir -p $(dir $(TEMPLATE))
	.venv/bin/pybabel --quiet extract --mapping-file setup/babel.toml --no-location --sort-output \
		--project Ketjupaja --version 1 --copyright-holder "Ketjupaja contributors" \
		--output-file $(TEMPLATE) model exporters designer samples
	for language in $(LANGUAGES); do .venv/bin/pybabel --quiet update --domain ketjupaja \
		--input-file $(TEMPLATE) --output-dir $(CATALOGUES) --locale $$language --init-missing \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date || exit 1; done
	.venv/bin/pybabel compile --domain ketjupaja --directory $(CATALOGUES) --statistics

clean: ## remove all that was made here: .venv, node_modules, caches, out/
	rm -rf .venv tests/outside/node_modules benchmarks/peers/node_modules $(PEERS_PACKAGES) out build dist .pytest_cache .mypy_cache .ruff_cache \
		.hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

qt-packages: $(READY)
	@sh setup/system_packages.sh qt

$(READY): requirements.lock pyproject.toml setup/virtual_environment.sh
	@sh setup/virtual_environment.sh
	@touch $@

outside-packages:
	@sh setup/system_packages.sh outside

peers-packages:
	@sh setup/system_packages.sh peers

$(OUTSIDE_READY): tests/outside/package-lock.json | outside-packages
	cd tests/outside && npm ci
	@touch $@

$(PEERS_READY): benchmarks/peers/package-lock.json benchmarks/peers/requirements.txt $(READY) | peers-packages
	cd benchmarks/peers && npm ci
	rm -rf $(PEERS_PACKAGES)
	$(PYTHON) -m pip --disable-pip-version-check install --quiet --no-deps --target $(PEERS_PACKAGES) \
		-r benchmarks/peers/requirements.txt
	@touch $@
