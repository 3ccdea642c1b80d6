# Each target sets up all it needs in .venv; only python3 and make have to be there to run. Tests look
# for Chromium, nginx and PostgreSQL, and install Debian's where they may.
.DEFAULT_GOAL := help
.PHONY: help run test explore check bench lock learn sample screenshot browser postgresql clean

VENV := .venv
BIN := $(VENV)/bin
PYTHON := python3
PIP := $(BIN)/python -m pip --disable-pip-version-check

help: ## List the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

run: $(VENV)/runs ## Open the dashboard, with the sample hub until there is data
	OPEN_BROWSER=1 $(BIN)/python -m pages.shared.server

test: check browser postgresql ## Everything that must hold, in the browser too
	$(BIN)/python -m pytest -n auto --dist worksteal --ignore tests/browser
	$(BIN)/python -m pytest tests/browser

explore: $(VENV)/checks postgresql ## The tests again, drawing other examples, and which lines they reach
	$(BIN)/python -m pytest -n auto --dist worksteal --ignore tests/browser --hypothesis-profile=default \
	--cov --cov-report=term

check: $(VENV)/checks ## Style, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/sqlfmt --check --quiet analysis/sql
	$(BIN)/mypy --strict
	$(BIN)/lint-imports

bench: $(VENV)/checks browser postgresql ## Measure; takes the better part of an hour
	$(BIN)/python -m tests.bench

lock: $(VENV)/new ## Write requirements.lock again, after a change of requirements.txt
	$(PIP) install --quiet uv==0.13.9
	$(BIN)/uv pip compile requirements.txt --generate-hashes --universal --python-version 3.11 \
	--no-annotate --custom-compile-command "make lock" --quiet --output-file requirements.lock

learn: $(VENV)/checks ## Weigh the words of choices and questions again
	$(BIN)/python -m tests.learn

sample: $(VENV)/runs ## Write the invented hub again
	$(BIN)/python -m analysis sample

screenshot: $(VENV)/checks browser ## Take the README's picture again
	$(BIN)/python -m tests.browser.screenshot docs/overview.png

browser: ## Find Chromium and nginx, or install Debian's where we may
	@command -v chromium || command -v chromium-browser || command -v google-chrome \
	|| (apt-get update -qq && apt-get install -y -qq chromium) \
	|| (echo "The browser tests need Chromium: install the package chromium." && false)
	@command -v nginx || test -x /usr/sbin/nginx \
	|| (apt-get update -qq && apt-get install -y -qq nginx-light openssl) \
	|| (echo "The tests of the proxy need nginx: install the package nginx-light." && false)

postgresql: ## Find PostgreSQL's programs, or install Debian's where we may
	@command -v initdb || ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null \
	|| (apt-get update -qq && apt-get install -y -qq postgresql) \
	|| (echo "The tests need PostgreSQL: install the package postgresql." && false)

clean: ## Remove what the other targets made; the hub's data stays
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage

$(VENV)/new:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed.") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --upgrade "pip>=25.1"
	@touch $@

$(VENV)/runs: $(VENV)/new requirements.lock
	$(PIP) install --quiet --require-hashes -r requirements.lock
	@touch $@

$(VENV)/checks: $(VENV)/runs pyproject.toml
	$(PIP) install --quiet --group dev
	@touch $@
