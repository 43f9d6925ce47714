"""Logs as JSON, one line a record: nothing that a stranger writes can begin a line or move a terminal."""

from __future__ import annotations

import datetime as dt
import json
import logging

import orjson

from config.requests import request_id

# What no line of ours shows need not be found out for each: where in the code it was written, and what its process is
# called. (Python's own advice, in the logging HOWTO, under Optimization.) The numbers of process and thread stay:
# other formatters, gunicorn's for one, write them as numbers, and fail where there are none.
logging._srcfile = None
logging.logMultiprocessing = False


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
        try:
            text = orjson.dumps(line)
        except TypeError:
            text = b"\xff"
        # Most lines are plain; what is not is escaped by the slower writer.
        if text.isascii() and b"\x7f" not in text:
            return text.decode()
        return json.dumps(line, ensure_ascii=True, default=str)
