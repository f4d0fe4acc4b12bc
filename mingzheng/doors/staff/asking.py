"""The page that asks before something is done: a form, what follows, one action, and back with a word of success."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from .rights import StaffRequest
from .steps import document_of


def asked(
    request: StaffRequest,
    form: forms.Form,
    act: Callable[[dict[str, Any]], object],
    *,
    heading: str,
    back: str,
    done: str,
    consequences: Sequence[str] = (),
    submit: str = "",
    template: str = "staff/asked.html",
    step: Callable[..., Any] | None = None,
    **more: Any,
) -> HttpResponse:
    """Ask with `form`; once it is sent and valid, `act` on what it says, tell that it is `done` and go `back`.

    The page links to the document by which the step is done; `step` is the action where `act` does not name it.
    """
    if request.method == "POST" and form.is_valid():
        act(form.cleaned_data)
        messages.success(request, done)
        return redirect(back)
    context = {"form": form, "heading": heading, "back": back, "consequences": consequences, "submit": submit}
    return render(request, template, {**context, "by_document": document_of(step or act), **more})
