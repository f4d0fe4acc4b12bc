"""The certificate a page is about, if this person may see it."""

from django.shortcuts import get_object_or_404

from mingzheng.office.certificates.models import Certificate
from mingzheng.office.certificates.queries import READERS, certificates
from mingzheng.rulebook.roles import Role

from .rights import StaffRequest, staff_page

readers_of_certificates = staff_page(*READERS, Role.AUDITOR)


def one_certificate(request: StaffRequest, number: str) -> Certificate:
    """The certificate of this number; 404 where there is none for this person."""
    rows = certificates(by=request.user).select_related("decision__audit", "replaces")
    return get_object_or_404(rows, number=number)
