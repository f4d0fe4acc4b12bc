"""The calendar behind a secret address: whoever has it subscribes, whoever has not finds nothing. That of a person is refused as the staff's pages
are, until he has signed confidentiality for the year."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from mingzheng.doors.frame.two import language
from mingzheng.doors.today import today
from mingzheng.office.people.queries import confidential_until
from mingzheng.office.planning.calendar import calendar, open_link
from mingzheng.rulebook.engagement import objections_to_client_data
from mingzheng.rulebook.verdict import refuse_if


@never_cache
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """RFC 5545; the language is that of the reader's program, Chinese when it does not say."""
    link = open_link(token)
    if link is None:
        raise Http404
    if settings.DECLARATION_REQUIRED and link.person:
        refuse_if(objections_to_client_data(confidential_until(link.person.login, today()), today()))
    content = calendar(link, today(), language())
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")
