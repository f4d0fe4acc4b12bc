"""What a reviewer confirmed lapses when the facts it rested on change; the event that changed them says so."""

from mingzheng.rulebook.contract_review import Part

from .models import Application


def lapse(application: Application, *parts: Part, audit_time: bool = False) -> list[str]:
    """Take back the confirmations of these parts, and the audit time; return the parts that had been confirmed."""
    confirmed = application.reviews.filter(part__in=parts)
    lapsed = sorted(confirmed.values_list("part", flat=True))
    if lapsed:
        confirmed.delete()
    if audit_time:
        application.audit_times.all().delete()
    return lapsed
