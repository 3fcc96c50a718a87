# Short names for what manage.py and the development tools do. Nothing here is needed to run Variorum.
PYTHON ?= python3
TOOLS = $(PYTHON) -m archive.project.environment requirements-dev.txt && .venv/bin
COMPILE = $(TOOLS)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --custom-compile-command "make lock" $(UPGRADE)

.PHONY: help setup test long bench lint format types lock ci

help:
	@echo "make setup    environment, database, demonstration archive, accounts"
	@echo "make test     the tests"
	@echo "make long     the tests in their full forms"
	@echo "make bench    the benchmarks"
	@echo "make lint     lint and check the format"
	@echo "make format   mend what lint and format can mend"
	@echo "make types    check the types"
	@echo "make lock     the lock files again (UPGRADE=--upgrade: with the newest versions)"
	@echo "make ci       all that continuous integration does"

setup:
	$(PYTHON) manage.py quickstart --no-serve

test:
	$(PYTHON) manage.py test

long:
	VARIORUM_LONG=1 $(PYTHON) manage.py test -m long

bench:
	VARIORUM_LONG=1 $(PYTHON) manage.py test tests/benchmarks --capture=no

lint:
	$(TOOLS)/ruff check .
	$(TOOLS)/ruff format --check .

format:
	$(TOOLS)/ruff check --fix .
	$(TOOLS)/ruff format .
	git ls-files -z '*.py' | xargs -0 .venv/bin/django-upgrade --target-version 5.2
	git ls-files -z 'templates/*.html' | xargs -0 -r .venv/bin/djade --target-version 5.2

types:
	$(TOOLS)/mypy

# Each lock holds the one before it, so that one environment takes them all.
lock:
	$(COMPILE) --output-file requirements.txt
	$(COMPILE) --extra postgres --constraint requirements.txt \
		--output-file requirements-postgres.txt
	$(COMPILE) --extra postgres --extra test --constraint requirements-postgres.txt \
		--output-file requirements-test.txt
	$(COMPILE) --all-extras --constraint requirements-test.txt \
		--output-file requirements-dev.txt

ci:
	bash .ci/run
