"""校验文件: any file for the regulator, ours or filled in by hand; nothing is kept of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from mingzheng.doors.frame.sheet import XLSX
from mingzheng.doors.frame.two import language, say_lazy, t
from mingzheng.doors.registers.register import Unreadable
from mingzheng.doors.registers.return_book import Book, read_book, written
from mingzheng.doors.today import today
from mingzheng.office.returns.queries import READERS
from mingzheng.rulebook.return_files import Faults, Layout, ReturnFile, Row, layout_in_force

from ..rights import StaffRequest, staff_page
from .duties import PREVAILS

SHOWN = 300  # faults on the page; all of them are in the workbook


def read(form: forms.Form, layout: Layout, sent: Any) -> list[dict[str, str]]:
    """The rows of a workbook, or the reason at the form's field."""
    try:
        return read_book(layout, sent.read(), today()).rows
    except Unreadable as unreadable:
        form.add_error("file", say_lazy(unreadable.why, **{**unreadable.details, "found": sent.name}))
        return []


class CheckForm(forms.Form):
    kind = forms.TypedChoiceField(
        label=t("文件", "File"),
        choices=[(file, say_lazy(f"return-file.{file}")) for file in ReturnFile],
        coerce=ReturnFile,
    )
    file = forms.FileField(
        label=t("Excel 文件", "Excel workbook"),
        help_text=t("只校验，不保存。", "It is only checked, not kept."),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )

    book: Book | None = None

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not self.errors:
            try:
                layout = layout_in_force(said["kind"], today())
                self.book = read_book(layout, said["file"].read(), today())
            except Unreadable as wrong:
                self.add_error("file", say_lazy(wrong.why, **{**wrong.details, "found": said["file"].name}))
        return said


@staff_page(*READERS)
def check(request: StaffRequest) -> HttpResponse:
    """A file in, its faults at their cells out; or the same file mended, what is left in red."""
    form = CheckForm(request.POST or None, request.FILES or None)
    book = form.book if request.method == "POST" and form.is_valid() else None
    if book and "mended" in request.POST:
        return sheet_sent(book.layout, book.rows, book.faults, book.layout.sheet)
    found = _told(book) if book else []
    context = {"found": found[:SHOWN], "more": len(found) - SHOWN, "prevails": PREVAILS}
    return render(request, "staff/returns/check.html", {"form": form, "book": book, **context})


def sheet_sent(layout: Layout, rows: Sequence[Row], faults: Mapping[int, Faults], name: str) -> HttpResponse:
    """The workbook as a download, in the reader's language where it says what is wrong."""
    header = content_disposition_header(True, f"{name}.xlsx") or "attachment"
    content = written(layout, rows, faults, language())
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": header})


def _told(book: Book) -> list[tuple[int | str, str, str, str, Any]]:
    """Row, column, its title, what is written there and why it is wrong."""
    titles = {column.name: column.zh for column in book.layout.columns}
    header = [
        ("", name, titles.get(name, ""), "", one) for name, wrong in book.header.items() for one in wrong
    ]
    cells = [
        (book.numbers[place], name, titles[name], book.rows[place].get(name, ""), one)
        for place, faults in book.faults.items()
        for name, wrong in faults.items()
        for one in wrong
    ]
    return [*header, *cells]
