"""A run over files and folders: read, extract (in parallel where asked), write in order, count."""

from __future__ import annotations

import logging
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from django.db import DataError, IntegrityError
from django.utils import timezone

from extraction import VERSION, Article, Extraction, extract
from extraction.articles import ReadArticle, Rejection, read_articles
from extraction.places import Gazetteer
from extraction.processes import extract_prepared, prepare
from timeline.importing.article import Outcome, PublishedError, as_curated, import_article, known
from timeline.importing.copies import near_duplicates
from timeline.importing.identity import fingerprint
from timeline.importing.places import curated_places, kept_path
from timeline.ledger import Author
from timeline.models import ImportRun

logger = logging.getLogger(__name__)
#: Articles read ahead for each process, so that none waits and memory stays bounded.
AHEAD = 4
#: Rejections kept with the run; the counts go on.
ERRORS_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Options:
    """How to import. `published` (EDTF) and `publisher` are for articles whose file names none.

    `gazetteer` is the path of a curator's own gazetteer (docs/places.md).
    """

    published: str = ""
    publisher: str = ""
    format: str | None = None
    encoding: str | None = None
    gazetteer: str = ""
    publish: bool = False
    dry_run: bool = False
    jobs: int = 1
    #: Whether an article that is published already may be changed by another version of it.
    revise: bool = True


@dataclass(slots=True)
class Report:
    """What became of everything that was read: read = created + updated + unchanged + rejected."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejections: list[Rejection] = field(default_factory=list)
    rejected: int = 0
    undated: list[str] = field(default_factory=list)
    near_duplicates: list[tuple[str, str]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def read(self) -> int:
        """All articles and all that should have been one."""
        return self.created + self.updated + self.unchanged + self.rejected

    def __str__(self) -> str:
        return (
            f"{self.read} read: {self.created} created, {self.updated} updated, "
            f"{self.unchanged} unchanged, {self.rejected} rejected"
        )


#: Told of each article as it is done: what was read, and an Outcome or the Rejection.
Progress = Callable[[ReadArticle | Rejection, Outcome | None, Report], None]


def run_import(paths: Iterable[Path], options: Options, report: Report, progress: Progress) -> None:
    """Import all articles of the paths. The report is filled as it goes, so that it holds after an interrupt too.

    Raises GazetteerError before anything is read or written.
    """
    gazetteer = curated_places(options.gazetteer)
    run = _begin(paths := list(paths), options)
    author = Author(run=run, reason="imported")
    seen: set[str] = set()
    try:
        with _executor(options.jobs, gazetteer) as executor:
            for item, extraction in _extracted(_read(paths, options), executor, options.jobs, gazetteer):
                _write(item, extraction, author, options, report, seen, progress, gazetteer)
        if not options.dry_run:
            report.near_duplicates += near_duplicates(author)
    finally:
        _end(run, report)


def _read(paths: list[Path], options: Options) -> Iterator[ReadArticle | Rejection]:
    for path in paths:
        for item in read_articles(path, format=options.format, encoding=options.encoding):
            if isinstance(item, Rejection):
                yield item
                continue
            article = replace(
                item.article,
                published=item.article.published or options.published,
                publisher=item.article.publisher or options.publisher,
            )
            yield replace(item, article=article)


def _extracted(
    items: Iterator[ReadArticle | Rejection], executor: Executor | None, jobs: int, gazetteer: Gazetteer | None
) -> Iterator[tuple[ReadArticle | Rejection, Extraction | Exception | None]]:
    """Each item in order, with its extraction where it is a new or changed article."""
    waiting: deque[tuple[ReadArticle | Rejection, Future[Extraction] | Extraction | Exception | None]] = deque()
    for item in items:
        waiting.append((item, _submit(item, executor, gazetteer)))
        if len(waiting) > AHEAD * jobs or executor is None:
            yield _result(*waiting.popleft())
    while waiting:
        yield _result(*waiting.popleft())


def _submit(
    item: ReadArticle | Rejection, executor: Executor | None, gazetteer: Gazetteer | None
) -> Future[Extraction] | Extraction | Exception | None:
    if isinstance(item, Rejection):
        return None
    source = known(item.article)
    if source is not None and (source.erased or source.fingerprint == fingerprint(item.article)):
        return None
    article = as_curated(item.article, source)
    return executor.submit(extract_prepared, article) if executor else _extract(article, gazetteer)


def _extract(article: Article, gazetteer: Gazetteer | None) -> Extraction | Exception:
    try:
        return extract(article, gazetteer)
    except Exception as error:
        return error


def _result(
    item: ReadArticle | Rejection, found: Future[Extraction] | Extraction | Exception | None
) -> tuple[ReadArticle | Rejection, Extraction | Exception | None]:
    if isinstance(found, Future):
        try:
            return item, found.result()
        except Exception as error:
            return item, error
    return item, found


def _write(
    item: ReadArticle | Rejection,
    extraction: Extraction | Exception | None,
    author: Author,
    options: Options,
    report: Report,
    seen: set[str],
    progress: Progress,
    gazetteer: Gazetteer | None,
) -> None:
    if isinstance(extraction, Exception) and isinstance(item, ReadArticle):
        # The extractor promises never to raise; where it does, one article is lost and named, not the run.
        logger.error("extraction failed: %s", item.origin, exc_info=extraction)
        item = _rejection(item, "text", f"the extractor failed: {extraction!r}")
    if isinstance(item, Rejection):
        _reject(item, report, progress)
        return
    where = str(item.origin)
    try:
        outcome = import_article(
            item.article,
            author,
            extraction=extraction if isinstance(extraction, Extraction) else None,
            gazetteer=gazetteer,
            origin=where,
            read_as=item.origin.format,
            publish=options.publish,
            dry_run=options.dry_run,
            revise=options.revise,
        )
    except PublishedError as error:
        _reject(_rejection(item, "", str(error)), report, progress)
        return
    except (DataError, IntegrityError) as error:
        reason = f"the database refused it: {str(error).splitlines()[0]}"
        _reject(_rejection(item, "", reason), report, progress)
        return
    mark = fingerprint(item.article)
    if options.dry_run and mark in seen:
        outcome = replace(outcome, status="unchanged")
    seen.add(mark)
    setattr(report, outcome.status, getattr(report, outcome.status) + 1)
    report.warnings.extend(f"{where}: {warning}" for warning in item.warnings)
    if outcome.status != "unchanged" and isinstance(extraction, Extraction):
        report.warnings.extend(f"{where}: {warning}" for warning in extraction.warnings)
    # An article that was here before and still has no date is still work for somebody.
    if outcome.undated:
        report.undated.append(where)
    progress(item, outcome, report)


def _rejection(item: ReadArticle, field: str, reason: str) -> Rejection:
    """What is said of an article that was read and cannot be kept."""
    return Rejection(item.origin.path, item.origin.number, field, reason, item.origin.unit)


def _reject(rejection: Rejection, report: Report, progress: Progress) -> None:
    report.rejected += 1
    report.rejections.append(rejection)
    progress(rejection, None, report)


@contextmanager
def _executor(jobs: int, gazetteer: Gazetteer | None) -> Iterator[Executor | None]:
    if jobs == 1:
        yield None
        return
    # Spawned, not forked: a forked process would share the database's connection.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=prepare, initargs=(gazetteer,)) as executor:
        try:
            yield executor
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            raise


def _begin(paths: list[Path], options: Options) -> ImportRun | None:
    if options.dry_run:
        return None
    settings = {**asdict(options), "gazetteer": kept_path(options.gazetteer)}
    return ImportRun.objects.create(extractor=VERSION, settings=settings, paths=[str(path) for path in paths])


def _end(run: ImportRun | None, report: Report) -> None:
    if run is None:
        return
    run.ended = timezone.now()
    run.read, run.made, run.changed = report.read, report.created, report.updated
    run.unchanged, run.rejected = report.unchanged, report.rejected
    run.errors = [
        {"file": str(r.path), "record": r.record, "field": r.field, "reason": r.reason}
        for r in report.rejections[:ERRORS_KEPT]
    ]
    run.save()
