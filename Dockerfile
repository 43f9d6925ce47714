# One image for web and migrate. Built in two steps, so that pip's leavings stay behind.
FROM python:3.11-slim AS build
ENV PIP_NO_CACHE_DIR=1
COPY requirements.txt /
RUN python -m venv /venv && /venv/bin/pip install --no-compile -r /requirements.txt

FROM python:3.11-slim
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
RUN useradd --system --uid 10001 --no-create-home dateline
COPY --from=build /venv /venv
WORKDIR /app
COPY manage.py ./
COPY config config
COPY extraction extraction
COPY timeline timeline
COPY api api
COPY fixtures fixtures
COPY vendor vendor
# Collecting needs settings, not secrets: the key is thrown away with the layer.
RUN SECRET_KEY=$(python -c "import secrets; print(secrets.token_urlsafe(50))") \
    python manage.py collectstatic --noinput --verbosity 0
USER dateline
EXPOSE 8000
CMD ["gunicorn", "config.wsgi", "--bind=0.0.0.0:8000", "--worker-class=config.workers.Threads", "--workers=2", "--threads=4", "--access-logfile=-"]
