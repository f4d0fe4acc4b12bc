"""The front page: who the body is, and the doors for applicants, for those who check, for those who complain."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def home(request: HttpRequest) -> HttpResponse:
    return render(request, "public/home.html")
