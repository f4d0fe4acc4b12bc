"""The public folder where no server of files stands before us: the same files, the same headers, only slower."""

from django.http import Http404, HttpRequest, HttpResponse

from mingzheng.doors.site.served import PUBLIC, headers_of
from mingzheng.office.publication import folder


def public_file(request: HttpRequest, path: str) -> HttpResponse:
    """A file of the folder. Certificates are found in any case of letters, for a scanner may change it."""
    if path[:2].upper() == "C/":
        path = path[:12].upper() + path[12:].lower()
    content = folder.read(path) if PUBLIC.fullmatch(path) else None
    if content is None:
        raise Http404(path)
    return HttpResponse(content, headers=dict(headers_of(path)))
