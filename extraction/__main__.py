"""`python -m extraction`: JSON lines of articles on standard input, JSON lines of what they say on standard output."""

from __future__ import annotations

import argparse
import json
import sys

from extraction.pipeline import extract
from extraction.records import RecordError, read_article, write_extraction


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0, or 1 where a line could not be read; each such line is named on standard error."""
    parser = argparse.ArgumentParser(prog="python -m extraction", description=__doc__)
    parser.add_argument("--no-published", action="store_true", help="look for the publication date in the text alone")
    options = parser.parse_args(arguments)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    status = 0
    for number, raw in enumerate(sys.stdin.buffer, start=1):
        if not raw.strip():
            continue
        try:
            record = json.loads(raw.decode("utf-8"))
            article = read_article(record, use_published=not options.no_published)
            printed = write_extraction(record.get("doc_id"), extract(article))
            line = json.dumps(printed, ensure_ascii=False)
            line.encode("utf-8")
        except (RecordError, ValueError, RecursionError) as error:
            print(f"line {number}: {_reason(error)}".encode("ascii", "backslashreplace").decode(), file=sys.stderr)
            status = 1
            continue
        print(line, flush=True)
    return status


def _reason(error: Exception) -> str:
    """Why a line could not be read, in the words of the importer."""
    match error:
        case RecordError():
            return str(error)
        case json.JSONDecodeError():
            return f"not JSON: {error.msg} at character {error.pos + 1}"
        case UnicodeDecodeError():
            return f"not UTF-8 at byte {error.start}"
        case UnicodeEncodeError():
            return "holds half of a character (a lone surrogate)"
        case RecursionError():
            return "nested too deep"
    # Python refuses to read numbers of more than 4,300 digits.
    return "holds a number too long to read"


if __name__ == "__main__":
    sys.exit(main())
