"""The figures of certificates as electronic documents: sealed as files, and those of which no paper original was sent."""

from django.db.models import Exists, OuterRef, QuerySet

from mingzheng.office.record.figure import figure
from mingzheng.rulebook.indicators import footprint as means
from mingzheng.rulebook.indicators.meaning import Period

from .models import Posting, Sealed

SEALED = ("entry__certificate__number", "sealed_on")
OPENS = "certificate:entry__certificate__number"


@figure(means.CERTIFICATES_SEALED, shows=SEALED, opens=OPENS)
def certificates_sealed(period: Period) -> QuerySet[Sealed]:
    return Sealed.objects.filter(sealed_on__range=period.days)


@figure(means.CERTIFICATES_WITHOUT_PAPER, shows=SEALED, opens=OPENS)
def certificates_without_paper(period: Period) -> QuerySet[Sealed]:
    """What was posted after the period was still without paper in it."""
    posted = Posting.objects.filter(certificate=OuterRef("entry__certificate"), posted_on__lte=period.last)
    return certificates_sealed(period).filter(~Exists(posted))
