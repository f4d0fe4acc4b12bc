"""The calendar behind a secret address: whoever has it subscribes, whoever has not finds nothing."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from mingzheng.doors.frame.two import language
from mingzheng.doors.today import today
from mingzheng.office.planning.calendar import calendar, open_link


@never_cache
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """RFC 5545; the language is that of the reader's program, Chinese when it does not say."""
    link = open_link(token)
    if link is None:
        raise Http404
    content = calendar(link, today(), language())
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")
