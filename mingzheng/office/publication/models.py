"""What of a certificate is public (ISO/IEC 17021-1 8.1.2): its place in the public log, its sealed files, its paper originals."""

from django.db import models
from django.db.models import Q


class Entry(models.Model):
    """A certificate as the public meets it: a random id, a place in the status lists, the text of its credential.

    `salt` keeps the log mute: who does not hold the credential cannot tell which lines are this certificate's.
    """

    certificate = models.OneToOneField("certificates.Certificate", on_delete=models.PROTECT, related_name="+")
    public_id = models.CharField(max_length=10, unique=True)  # Crockford base32, 50 random bits
    salt = models.CharField(max_length=32)  # hex, 128 random bits
    list_number = models.PositiveIntegerField()
    list_index = models.PositiveIntegerField()
    payload = models.TextField()  # of the credential, as the middle part of its JWT
    published_on = models.DateField(null=True, blank=True)
    withheld_reason = models.CharField(
        max_length=200, blank=True
    )  # why the client stays unnamed, and who agreed to it; empty when the record is public

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["list_number", "list_index"], name="a_status_bit_belongs_to_one_certificate"
            ),
        ]
        indexes = [models.Index(fields=["published_on"], name="entry_published_on")]

    def __str__(self) -> str:
        return self.public_id


class Sealed(models.Model):
    """The files of a certificate, made once: the credential signed, its log proof, the PDF sealed around both."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="sealed")
    jwt = models.TextField()
    proof = models.TextField()
    pdf = models.CharField(max_length=64)  # SHA-256 of the file, kept with the papers of the certificate
    sealed_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.entry_id} {self.pdf[:12]}"


class SealedSub(models.Model):
    """The sealed PDF of a sub-certificate: around the credential of its main certificate, which names it."""

    sealed = models.ForeignKey(Sealed, on_delete=models.PROTECT, related_name="subs")
    number = models.CharField(max_length=50, unique=True)
    pdf = models.CharField(max_length=64)  # SHA-256

    def __str__(self) -> str:
        return f"{self.number} {self.pdf[:12]}"


class Line(models.Model):
    """One line of the public log. Written once; the database itself refuses to change it."""

    position = models.PositiveBigIntegerField(primary_key=True)
    entry = models.ForeignKey(
        Entry, on_delete=models.PROTECT, related_name="lines", null=True
    )  # none for a line about a key
    n = models.PositiveIntegerField()  # 1, 2, 3 … of this certificate or key
    what = models.CharField(max_length=12)  # seal.leaf.What
    on = models.DateField()
    text = models.TextField()  # as it stands in the log
    source = models.CharField(
        max_length=100, blank=True, db_index=True
    )  # the event it was told from, "certificate:06426Q00012R0M#3": told again, it is not written again

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "n"], name="one_line_is_next_of_its_certificate"),
        ]

    def __str__(self) -> str:
        return f"{self.position} {self.what}"


class Checkpoint(models.Model):
    """What the body signed of the public log. Never smaller, never another root for the same size."""

    size = models.PositiveBigIntegerField(primary_key=True)
    root = models.CharField(max_length=64)
    note = models.TextField()  # C2SP tlog-checkpoint
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.size} {self.root[:12]}"


class Cosignature(models.Model):
    """What a witness put under a checkpoint. Never changed."""

    checkpoint = models.ForeignKey(Checkpoint, on_delete=models.PROTECT, related_name="cosignatures")
    witness = models.CharField(max_length=200)  # as its key is named
    line = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["checkpoint", "witness"], name="a_witness_signs_a_checkpoint_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.checkpoint_id} {self.witness}"


class Key(models.Model):
    """The public half of a key of the body, and its days. The private half is in no database."""

    use = models.CharField(max_length=10)  # seal.did: credential, log, seal
    thumbprint = models.CharField(max_length=64, unique=True)
    public = models.TextField()  # SubjectPublicKeyInfo, DER, hex
    certificate_sha256 = models.CharField(max_length=64, blank=True)
    since = models.DateField()
    retired_on = models.DateField(null=True, blank=True)
    revoked_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["use"],
                condition=Q(retired_on=None, revoked_on=None),
                name="one_key_of_a_use_signs",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.use} {self.thumbprint[:12]}"


class Posting(models.Model):
    """寄送: paper originals on their way to the client."""

    certificate = models.ForeignKey("certificates.Certificate", on_delete=models.PROTECT, related_name="+")
    copies = models.PositiveSmallIntegerField()
    carrier = models.CharField(max_length=60)
    tracking = models.CharField(max_length=60)
    recipient = models.CharField(max_length=200)
    posted_on = models.DateField()
    received_on = models.DateField(null=True, blank=True)
    received_by = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["carrier", "tracking"], name="a_parcel_is_posted_once"),
            models.CheckConstraint(
                condition=Q(received_on=None) | Q(received_on__gte=models.F("posted_on")),
                name="received_after_posted",
            ),
            models.CheckConstraint(condition=Q(copies__gte=1), name="a_parcel_holds_an_original"),
        ]

    def __str__(self) -> str:
        return f"{self.carrier} {self.tracking}"
