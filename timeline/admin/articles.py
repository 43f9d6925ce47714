"""Articles on the desk: their date, their upload, their erasure."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from extraction import edtf
from extraction.articles import FORMATS, printable
from extraction.cleaning import charset
from timeline import ledger
from timeline.admin.base import author
from timeline.admin.pages import page_context, refuse
from timeline.curation.dating import candidates, give_date, preview
from timeline.curation.wording import notation, when
from timeline.importing import Options, Report, run_import
from timeline.ledger.undoing import MODELS
from timeline.models import Source
from timeline.models.dates import check_edtf

#: What one upload may hold. More is a task for the command, which reports as it goes.
MOST_FILES, MOST_BYTES = 50, 20 * 1024 * 1024
ERASE: dict[str, Any] = {"source": ledger.erase_source, "speaker": ledger.erase_name}


def date_source(request: HttpRequest, number: int) -> HttpResponse:
    """Give an article its date: the difference first, then the writing."""
    _check(request, "date_source")
    source = Source.objects.filter(pk=number, erased=None).first()
    if source is None:
        raise Http404
    here = reverse("admin:date_source", args=[number])
    date = (request.POST.get("edtf") or request.GET.get("edtf") or "").strip()
    problem = ""
    try:
        if date:
            edtf.given(date)
        if request.method == "POST":
            version = request.POST.get("version", "")
            if not date:
                raise edtf.EdtfError("Give a date.")
            done = give_date(number, int(version) if version.isdecimal() else -1, date, author(request))
            messages.success(
                request,
                f"Dated {notation(date)}: {len(done.added)} added, {len(done.changed)} changed, {len(done.gone)} gone.",
            )
            if done.warning:
                messages.warning(request, done.warning)
            return HttpResponseRedirect(f"{reverse('admin:review')}?source={number}")
    except edtf.EdtfError as error:
        problem = str(error)
    except ValidationError as error:
        problem = " ".join(error.messages)
    except ledger.Conflict:
        return refuse(request, here, "source", number)
    # Where the date can be read in two ways, either is one press away; what each does is shown beside it.
    chosen = [] if problem else [date] if date else list(source.readings)
    others = [(value, words) for value, words in candidates(source) if value not in chosen]
    context = page_context(
        request,
        f"Date “{source}”",
        source=source,
        date=date,
        now=" or ".join(notation(reading) for reading in source.readings) or when(source),
        problem=problem,
        proposals=[
            (value, "a" if date else str(key), notation(value), preview(Source.objects.get(pk=number), value))
            for key, value in enumerate(chosen, 1)
        ],
        candidates=[(*other, key) for key, other in enumerate(others, 1 if date else len(chosen) + 1)],
        head=source.text[:2000],
    )
    return TemplateResponse(request, "desk/date.html", context, status=422 if problem else 200)


class ManyFiles(forms.ClearableFileInput):
    """A field for several files."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files, each checked as one is."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The files. Raises ValidationError."""
        single = super().clean
        return [single(file, initial) for file in data or [None]]


class UploadForm(forms.Form):
    """Files of articles, with what the command takes as options."""

    files = ManyFilesField(  # type: ignore[assignment]
        help_text=f"Text, HTML, JSON, JSON lines, CSV, RSS or Atom; at most {MOST_FILES} files."
    )
    publisher = forms.CharField(required=False, max_length=200, help_text="Where a file names none.")
    published = forms.CharField(
        required=False,
        max_length=64,
        label="Publication date",
        validators=[check_edtf],
        help_text="In EDTF, such as 2019-12-23 or 2017-12. Used where a file names none.",
    )
    format = forms.ChoiceField(
        required=False, choices=[("", "found from name and content"), *((name, name) for name in FORMATS)]
    )
    encoding = forms.CharField(required=False, max_length=40, help_text="The character set, where it is not declared.")
    dry_run = forms.BooleanField(required=False, label="Only say what would happen")

    def clean_encoding(self) -> str:
        """A character set that is known. Raises ValidationError."""
        value = str(self.cleaned_data["encoding"])
        try:
            return charset(value) if value else ""
        except ValueError as error:
            raise ValidationError(str(error)) from None


def upload(request: HttpRequest) -> HttpResponse:
    """Import uploaded files as the command does, with the same report."""
    _check(request, "add_source")
    form = UploadForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    report: Report | None = None
    lines: list[str] = []
    if request.method == "POST" and form.is_valid():
        files = form.cleaned_data["files"]
        if len(files) > MOST_FILES or sum(file.size or 0 for file in files) > MOST_BYTES:
            form.add_error(
                "files", f"At most {MOST_FILES} files and {MOST_BYTES // 2**20} MB at once; use the command."
            )
        else:
            revise = request.user.has_perm("timeline.change_source")
            report, lines = _import(files, form.cleaned_data, revise=revise)
    context = page_context(request, "Upload articles", form=form, report=report, lines=lines)
    return TemplateResponse(request, "desk/upload.html", context, status=422 if form.errors else 200)


def _import(files: list[Any], given: dict[str, Any], *, revise: bool) -> tuple[Report, list[str]]:
    report = Report()
    lines: list[str] = []
    options = Options(
        published=given["published"],
        publisher=given["publisher"],
        format=given["format"] or None,
        encoding=given["encoding"] or None,
        dry_run=given["dry_run"],
        revise=revise,
    )
    with TemporaryDirectory() as folder:
        paths = []
        for number, file in enumerate(files):
            # A name is the sender's: only its end is kept, in a folder of its own, and never a path.
            name = "".join(c if c.isalnum() or c in "._- " else "_" for c in Path(file.name).name)[-100:].lstrip(".")
            path = Path(folder) / (name or "file")
            if path.exists():
                # Two files of one name, from two folders of the sender's.
                path = Path(folder) / str(number) / path.name
                path.parent.mkdir()
            with path.open("wb") as target:
                shutil.copyfileobj(file.file, target)
            paths.append(path)
        run_import(paths, options, report, lambda item, outcome, report: None)
        lines = [f"rejected: {rejection}" for rejection in report.rejections]
        lines += [f"undated: {name}" for name in report.undated]
        lines += [f"near-duplicate: {name} of {other}" for name, other in report.near_duplicates]
        lines += [f"warning: {warning}" for warning in report.warnings]
        # The folder is ours alone: its name says nothing to people.
        lines = [printable(line.replace(folder + "/", ""), 500) for line in lines]
    return report, lines


def erase(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Erase on demand, after the ground is named and the name typed again."""
    _check(request, f"erase_{kind}")
    record = MODELS[kind]._default_manager.filter(pk=number).first()
    if record is None:
        raise Http404
    if request.method == "POST":
        ground = " ".join(request.POST.get("ground", "").split())
        if request.POST.get("typed") != str(number):
            messages.error(request, "Nothing was erased: type the number of the record to confirm.")
            return HttpResponseRedirect(request.get_full_path())
        try:
            ERASE[kind](number, author(request, ground))
        except (ledger.ErasureError, ledger.Conflict) as error:
            messages.error(request, f"Nothing was erased: {error}")
            return HttpResponseRedirect(request.get_full_path())
        messages.success(request, "Erased. The history says when and on what ground.")
        return HttpResponseRedirect(reverse(f"admin:timeline_{kind}_history", args=[number]))
    context = page_context(request, f"Erase {kind} {number}?", kind=kind, record=record, number=number)
    return TemplateResponse(request, "desk/erase.html", context)


def _check(request: HttpRequest, permission: str) -> None:
    if not request.user.has_perm(f"timeline.{permission}"):
        raise PermissionDenied
