.DEFAULT_GOAL := help
PYTHON   ?= python3
VENV     := .venv
BIN      := $(VENV)/bin
READY    := $(VENV)/.ready
ARTICLES ?= data/articles
OUT      ?= reports
LANGUAGE ?= en
BENCH    ?= ../shared/bench
TRAIN    ?= build/training/bin/python
NBVAL    := --nbval --nbval-sanitize-with tests/nbval.cfg --nbval-cell-timeout 300

help: ## what each command does
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/\1|\2/' | \
	  while IFS='|' read -r name does; do printf '  make %-8s %s\n' "$$name" "$$does"; done

report: $(READY) ## read ARTICLES=folder (default data/articles), run every notebook on it, write OUT=reports; LANGUAGE=de
	@$(BIN)/python -m helpers report "$(ARTICLES)" --out "$(OUT)" --language "$(LANGUAGE)"

lab: $(READY) ## open JupyterLab on the notebooks
	@test -e "$(ARTICLES)" || { echo "$(ARTICLES): no such folder or file. Name the articles: make lab ARTICLES=folder"; exit 1; }
	@case "$(ARTICLES)" in /*) ARTICLES="$(ARTICLES)";; *) ARTICLES="$(CURDIR)/$(ARTICLES)";; esac; export ARTICLES; \
	  exec $(BIN)/jupyter lab --notebook-dir=notebooks $(if $(filter 0,$(shell id -u)),--allow-root)

test: $(READY) ## unit tests, and every notebook run again with its outputs compared
	@env -u ARTICLES -u HELPERS_NER -u HELPERS_CACHE $(BIN)/python -m pytest $(NBVAL) tests notebooks

browser: $(READY) ## JupyterLab and the report in a real browser (Chromium), screenshots in reports/screenshots
	@env -u ARTICLES -u HELPERS_NER -u HELPERS_CACHE $(BIN)/python -m pytest -m browser tests

slow: $(READY) ## what takes minutes: 10,000 damaged texts, 100 killed runs
	@env -u ARTICLES -u HELPERS_NER -u HELPERS_CACHE $(BIN)/python -m pytest -m slow tests

notebooks: $(READY) ## run every notebook again on the sample and keep its outputs
	@env -u ARTICLES -u HELPERS_NER -u HELPERS_CACHE $(BIN)/jupyter nbconvert --to notebook --execute --inplace \
	  --ExecutePreprocessor.record_timing=False --ExecutePreprocessor.store_widget_state=False notebooks/*.ipynb

lint: $(READY) ## ruff: style and common mistakes
	@$(BIN)/ruff check src tests docs
	@$(BIN)/ruff format --check src tests docs

pictures: $(READY) ## draw the README's pictures again from the sample articles
	@$(BIN)/python docs/pictures.py

score: $(READY) ## accuracy on annotated German news, where BENCH=folder exists
	@$(BIN)/python -m helpers score "$(BENCH)"

accuracy: $(READY) ## measure the README's accuracy tables again, where BENCH=folder exists
	@$(BIN)/python docs/accuracy.py "$(BENCH)"

bench: $(READY) ## speed, monotonous texts, and how much planted reuse is found, where BENCH=folder exists
	@$(BIN)/python tests/bench/patterns.py
	@$(BIN)/python tests/bench/scale.py "$(BENCH)"
	@$(BIN)/python tests/bench/overlap.py "$(BENCH)"
	@$(BIN)/python tests/bench/quote_rules.py "$(BENCH)"

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "Python 3.11 or newer is needed. Name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "No venv module: on Debian and Ubuntu, apt install python3-venv"; exit 1; }
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

lock: ## requirements.txt → requirements.lock with hashes, by uv; then the licences of what it names
	@sed '/^-e/d; $$a setuptools>=77' requirements.txt | uv pip compile -q --universal --python-version 3.11 \
	  --generate-hashes --custom-compile-command "make lock" -o requirements.lock -
	@$(MAKE) -s $(READY) && $(BIN)/python docs/licences.py > docs/licences.md

audit: ## known weaknesses of the packages in requirements.lock, by pip-audit, which asks pypi.org
	@test -x build/audit/bin/pip-audit || { $(PYTHON) -m venv build/audit && build/audit/bin/pip install -q pip-audit==2.10.1; }
	@build/audit/bin/pip-audit --strict --require-hashes --disable-pip -r requirements.lock

model: ## train the name tagger again from BENCH=folder (training/README.md)
	@test -x "$(TRAIN)" || { echo "First: python3 -m venv build/training && build/training/bin/pip install -r training/requirements.txt"; exit 1; }
	@PYTHONPATH=src OMP_NUM_THREADS=1 $(TRAIN) training/train.py "$(BENCH)"

.PHONY: help report lab test browser slow notebooks lint pictures score accuracy bench lock audit model
