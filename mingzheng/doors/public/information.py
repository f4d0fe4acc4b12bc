"""公开信息: the documents the body must publish (ISO/IEC 17021-1:2015 8.1.1), and what else it says about itself today,
each item approved by two, with the versions before it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mingzheng.doors.today import today
from mingzheng.office.documents.queries import public_documents
from mingzheng.office.publicity.queries import public_on


def information(request: HttpRequest) -> HttpResponse:
    context = {
        "documents": public_documents(today()),
        "items": public_on(today()).select_related("replaces"),
    }
    return render(request, "public/information.html", context)
