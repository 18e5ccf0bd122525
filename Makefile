# Shuke. Everything a person types: `make run`, `make test`. `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help setup setup-tests run test test-deep check bench bundle manual i18n fonts lock clean
PYTHON := .venv/bin/python
export LANG := C.UTF-8
export PYTHONUTF8 := 1

help: ## show this list
	@sed -n 's/^\([a-z0-9-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

setup: ## make .venv and install what is missing (the others do this first)
	@.ci/setup

setup-tests:
	@.ci/setup tests

run: setup ## open the till on a small demo shop; without a display, play the tour
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname -s)" != Linux ]; then \
		exec $(PYTHON) main.py run --data demo --demo; \
	else \
		echo "There is no display here, so the tour plays the till off screen; its pictures go to tour/*.png."; \
		exec $(PYTHON) main.py tour --out tour; \
	fi

test: setup-tests ## all checks and tests (under 5 minutes)
	@$(PYTHON) .ci/check.py

test-deep: setup-tests ## all checks and the long forms of the tests
	@SHUKE_DEEP=1 $(PYTHON) .ci/check.py

check: setup ## the fast half: ruff, mypy, import contracts, rules
	@$(PYTHON) .ci/check.py --fast

bench: setup ## measure; prints a table and writes bench.json
	@$(PYTHON) -m tests.bench

bundle: setup ## pack the till with its own Python into dist/shuke, for PCs without one
	@$(PYTHON) .ci/bundle.py

manual: setup ## take the pictures of docs/manual anew
	@$(PYTHON) main.py manual-pictures --out docs/manual/pictures

i18n: setup ## collect texts into resources/i18n/shuke_zh_CN.ts and compile it; TSV="a.tsv b.tsv" merges translations
	@$(PYTHON) .ci/i18n.py update $(TSV)
	@$(PYTHON) .ci/i18n.py compile

fonts: setup ## build the font subsets anew (needs npm)
	@$(PYTHON) .ci/build_font.py

lock: setup ## pin the Python packages anew; ARGS=--upgrade moves to the newest allowed
	@.ci/lock.sh $(ARGS)

clean: ## remove what can be made again (not .venv)
	@rm -rf .mypy_cache .ruff_cache .hypothesis .import_linter_cache build dist tour bench.json resources/i18n/*.qm
	@find app migrations tests -name __pycache__ -type d -prune -exec rm -rf {} +
