"""The file somebody sent through a page, with what was told of it: kept between the preview and the confirmation.

A person has one file of each kind; the next one takes its place. The folder lies beside the papers and holds nothing
that is not in the file, so it may be emptied at any time.
"""

import json
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from mingzheng.office.people.models import Person
from mingzheng.rulebook.verdict import Objection, refuse_if

from .moving_in import KINDS, Looked, carry_in, look
from .register import Outcome, Progress
from .report import write_report
from .telling import lines

SHOWN = 200  # remarks on the page; all of them are in the report
MOST_ROWS = 10_000  # carried in from a page: more would keep everybody else from writing for too long
CLAUSE = "ISO/IEC 17021-1:2015 9.9.1"
TOO_MANY_ROWS = Objection("upload.too-many-rows", CLAUSE)
ANOTHER_FILE = Objection("upload.another-file", CLAUSE)
NOTHING_TO_TAKE = Objection("upload.nothing-to-take", CLAUSE)


@dataclass(frozen=True)
class Upload:
    """The file of one kind that a person sent."""

    kind: str
    by: Person

    @property
    def folder(self) -> Path:
        return folder_of(self.by)

    @property
    def file(self) -> Path:
        return self.folder / f"{self.kind}.xlsx"

    @property
    def report(self) -> Path:
        return self.folder / f"{self.kind}_report.xlsx"

    @property
    def told(self) -> dict[str, Any]:
        """What was found in the file, or what became of it; empty when nothing was sent."""
        place = self.folder / f"{self.kind}.json"
        told: dict[str, Any] = json.loads(place.read_text(encoding="utf-8")) if place.exists() else {}
        return told

    def look(self, sent: UploadedFile, on: date) -> None:
        """Keep the file and look at it. Raises Unreadable."""
        self.folder.mkdir(parents=True, exist_ok=True)
        content = sent.read()
        self.file.write_bytes(content)
        looked = look(self.kind, self.file, on=on, by=self.by, progress=self._at("read"))
        self._tell(looked, str(sent.name), sha256(content).hexdigest())

    def carry_in(self, digest: str, on: date) -> None:
        """Carry in the file that was shown, and keep only what was told of it. Raises Refused."""
        told = self.told
        refuse_if(self.objections() if told.get("digest") == digest else [ANOTHER_FILE])
        looked = look(self.kind, self.file, on=on, by=self.by, progress=self._at("read"))
        looked = carry_in(looked, name=told["name"], on=on, by=self.by, progress=self._at("written"))
        self._tell(looked, told["name"], digest)
        self.file.unlink()

    def objections(self) -> list[Objection]:
        """Why the file cannot be carried in from here."""
        told = self.told
        if told["taken"] > MOST_ROWS:
            return [TOO_MANY_ROWS.because(rows=told["taken"], most=MOST_ROWS, kind=self.kind)]
        if told["carried"] or not told["taken"]:
            return [NOTHING_TO_TAKE]
        return []

    def _at(self, step: str) -> Progress:
        """Keep how far the work is, for the page that waits to ask."""
        place = progress_of(self.by)

        def told(done: int, total: int) -> None:
            place.with_suffix(".new").write_text(json.dumps({"step": step, "done": done, "total": total}))
            place.with_suffix(".new").replace(place)

        told(0, 0)
        return told

    def _tell(self, looked: Looked, name: str, digest: str) -> None:
        now = timezone.localtime()
        write_report(looked, self.report, source=name, by=self.by.login, now=now)
        remarked = [row for row in looked.rows if row.remarks]
        first = sorted(remarked, key=lambda row: row.outcome is not Outcome.REFUSED)[:SHOWN]
        told = {
            "name": name,
            "digest": digest,
            "at": now.isoformat(timespec="minutes"),
            "carried": looked.carried,
            "rows": len(looked.rows),
            "taken": len(looked.taken),
            "counts": {str(outcome): looked.counts[outcome] for outcome in Outcome},
            "sheets": [[s.name, s.rows, s.is_register, s.copy_of] for s in looked.sheets],
            "remarks": [[str(row.outcome), *line] for row in first for line in lines(row)][:SHOWN],
            "remarked": sum(len(row.remarks) for row in remarked),
        }
        place = self.folder / f"{self.kind}.json"
        place.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")


def folder_of(by: Person) -> Path:
    return Path(settings.DATA) / "imports" / str(by.pk)


def progress_of(by: Person) -> Path:
    """Where the work on a person's latest file says how far it is."""
    return folder_of(by) / "progress.json"


def uploads(by: Person) -> list[Upload]:
    """One for each kind of register."""
    return [Upload(kind, by) for kind in KINDS]
