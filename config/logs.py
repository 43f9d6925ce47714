"""Logs as JSON, one line a record: nothing that a stranger writes can begin a line or move a terminal."""

from __future__ import annotations

import datetime as dt
import json
import logging

from config.requests import request_id


class JSONFormatter(logging.Formatter):
    """Time, level, logger, message, the request's number, and what else the record brings along."""

    def format(self, record: logging.LogRecord) -> str:
        """One line of ASCII: control characters, marks of direction and line ends stand as escapes."""
        line = {
            "time": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if number := request_id.get():
            line["request"] = number
        line.update(getattr(record, "fields", {}))
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=True, default=str)
