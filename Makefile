# What can be done here. Each target makes what it needs; all that is needed beforehand is Python 3.11 to 3.13, git, make.

ifeq ($(OS),Windows_NT)
PYTHON ?= python
BIN := .venv/Scripts
else
PYTHON ?= python3
BIN := .venv/bin
endif
PIP := $(BIN)/python -m pip --disable-pip-version-check
# Newer wheels must not change what is tested: everything comes from the lock, and is checked against its hashes.
LOCKED := $(PIP) install --quiet --require-hashes
# The package itself, as a link to this folder, with nothing beside what the lock has installed.
LINKED := $(PIP) install --quiet --no-deps --no-build-isolation --editable .

.DEFAULT_GOAL := help
.PHONY: help run test check bench accuracy docs screenshots lock clean

# help: say what can be done
help:
	@$(PYTHON) -c "import re; [print('make %-11s %s' % found) for found in re.findall(r'^# ([a-z]+): (.+)', open('Makefile').read(), re.M)]"

# run: make the environment, install from the lock, and show the packaged example
run: .venv/run.stamp
	$(BIN)/allegiance demo

# test: install what the checks need, then run everything that is checked, on up to four cores
test: check
	$(BIN)/python -m pytest --numprocesses logical --maxprocesses 4 --dist loadfile

# check: what is checked without running the program: style, types, which module may import which
check: .venv/dev.stamp
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/lint-imports --no-cache

# bench: measure how fast and in how much memory reports are read; each script in bench/ prints what it measured
bench: .venv/dev.stamp
	@for script in $(patsubst bench/%.py,bench.%,$(filter-out bench/accuracy.py,$(wildcard bench/[a-z]*.py))); do \
		echo "== $$script"; $(BIN)/python -m "$$script" || exit 1; done

# accuracy: measure how well reports are read, on everything with gold that is there, and write docs/accuracy.md
accuracy: .venv/dev.stamp
	@$(BIN)/python -m bench.accuracy

# docs: write what the pages and the README quote from the program anew (run `make accuracy` before)
docs: .venv/dev.stamp
	@$(BIN)/python docs/generate.py

# screenshots: take pictures of every page into build/screenshots, and of a few into docs/screenshots
screenshots: .venv/dev.stamp
	@PYTHONPATH=tests $(BIN)/python docs/screenshots.py

# lock: choose versions anew within pyproject.toml, and write them down with their hashes
lock: .venv/dev.stamp
	$(PIP) install --quiet "uv>=0.9,<1"
	$(BIN)/python -m uv pip compile $(LOCK_OPTIONS) --extra build pyproject.toml --output-file locks/run.txt
	$(BIN)/python -m uv pip compile $(LOCK_OPTIONS) --extra build --extra dev --constraint locks/run.txt pyproject.toml --output-file locks/dev.txt

LOCK_OPTIONS := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --custom-compile-command "make lock"

# clean: remove what was made here, the environment included
clean:
	$(PYTHON) -c "import shutil; [shutil.rmtree(p, ignore_errors=True) for p in ('.venv', 'build', 'dist', '.mypy_cache', '.pytest_cache', '.ruff_cache', '.hypothesis')]"

.venv/made.stamp:
	$(PYTHON) -m venv .venv
	@$(BIN)/python -c "import pathlib; pathlib.Path('$@').touch()"

.venv/run.stamp: locks/run.txt pyproject.toml .venv/made.stamp
	$(LOCKED) --requirement locks/run.txt
	$(LINKED)
	@$(BIN)/python -c "import pathlib; pathlib.Path('$@').touch()"

.venv/dev.stamp: locks/dev.txt pyproject.toml .venv/made.stamp
	$(LOCKED) --requirement locks/dev.txt
	$(LINKED)
	@$(BIN)/python -c "import pathlib; [pathlib.Path(p).touch() for p in ('.venv/run.stamp', '$@')]"
