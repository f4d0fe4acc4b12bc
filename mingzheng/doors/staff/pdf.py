"""A paper of the body, shown in the browser."""

from django.http import HttpResponse


def pdf_answer(pdf: bytes, name: str) -> HttpResponse:
    """A paper to be read in the browser, with the name it is saved under."""
    safe = name.replace("/", "-").replace('"', "")
    return HttpResponse(
        pdf, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{safe}.pdf"'}
    )
