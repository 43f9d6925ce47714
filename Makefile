# Two targets do everything: `make demo` and `make test`. Neither needs the other first.
# Set VENV to install elsewhere, PORT to serve elsewhere, DATABASE_URL to use PostgreSQL.

PYTHON ?= python3.11
VENV ?= .venv
PORT ?= 8000
RUN := $(VENV)/bin
MANAGE := $(RUN)/python manage.py

.PHONY: demo test lint check clean

demo: $(VENV)/runtime .env
	DEBUG=true SITE_URL=http://localhost:$(PORT) $(MANAGE) demo
	DEBUG=true SITE_URL=http://localhost:$(PORT) $(MANAGE) runserver --noreload $(PORT)

test: $(VENV)/dev .env
	$(RUN)/python -m tests

lint: $(VENV)/dev .env
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/mypy .

# What production asks of its settings.
check: $(VENV)/runtime
	DEBUG=false SITE_URL=https://timeline.example.org SECRET_KEY=$$($(RUN)/python -c "import secrets; print(secrets.token_urlsafe(50))") \
		$(MANAGE) check --deploy --fail-level WARNING

.env:
	$(PYTHON) -c "import secrets; print('SECRET_KEY=' + secrets.token_urlsafe(50))" > $@

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/runtime: requirements.txt | $(VENV)/bin/python
	$(RUN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(RUN)/python -m pip check
	touch $@

$(VENV)/dev: requirements-dev.txt requirements.txt | $(VENV)/bin/python
	$(RUN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	$(RUN)/python -m pip check
	touch $@ $(VENV)/runtime

clean:
	rm -rf $(VENV) dateline.sqlite3* staticfiles
