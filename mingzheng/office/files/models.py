"""Files 档案: the papers of each case (ISO/IEC 17021-1 9.9)."""

from django.db import models


class Paper(models.Model):
    """One paper of one case. Its content lies in storage under its hash: the same scan filed twice is kept once."""

    subject = models.CharField(max_length=80, db_index=True)  # what it belongs to: "application:SQ2026-0012"
    kind = models.CharField(max_length=40)  # the catalogue item, words "paper-kind.<kind>"
    name = models.CharField(max_length=200)  # the file's own name
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()  # bytes
    media_type = models.CharField(max_length=100)
    filed_on = models.DateField()
    filed_by = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "kind", "sha256"], name="a_paper_is_filed_once_in_its_place"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.name}"
