"""规则: anybody asks the rulebook, without logging in: a list, a form and a proof for each rule, and the same as JSON."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from mingzheng.doors.frame.two import language
from mingzheng.doors.today import today
from mingzheng.rulebook.catalogue import (
    RULES,
    SUBJECTS,
    Answer,
    By,
    Comparison,
    Rule,
    ask,
    compare,
    objection,
    read_json,
    refused,
)
from mingzheng.rulebook.dated_numbers import PARAMETERS, TIME_LIMITS
from mingzheng.rulebook.documents import DOCUMENTS, document_of
from mingzheng.rulebook.editions import EDITIONS
from mingzheng.rulebook.verdict import Refused

from .rule_form import RuleForm
from .rule_told import facts, label, sources, told

EDITION_KEYS = list(dict.fromkeys(edition.key for edition in EDITIONS))


@dataclass(frozen=True)
class Judged:
    """By what a question is to be judged, as the request says it."""

    on: date | None
    edition: str | None

    @classmethod
    def of(cls, data: Any, suffix: str = "") -> "Judged":
        """Read from ``on`` and ``edition`` of a query; refused when the day is none."""
        text = data.get(f"on{suffix}") or None
        try:
            return cls(date.fromisoformat(text) if text else None, data.get(f"edition{suffix}") or None)
        except ValueError:
            raise Refused(objection("input.not-a-day", field=f"on{suffix}", value=text)) from None


def _rule(name: str) -> Rule:
    if name not in RULES:
        raise Http404
    return RULES[name]


@require_GET
def rules(request: HttpRequest) -> HttpResponse:
    """Every rule with its clause, edition and how sure it is; and the numbers they rest on."""
    subjects = [(s, [(r, document_of(r.clause)) for r in RULES.values() if r.subject == s]) for s in SUBJECTS]
    context = {
        "subjects": subjects,
        "numbers": [*TIME_LIMITS.values(), *PARAMETERS.values()],
        "editions": EDITIONS,
        "documents": DOCUMENTS.values(),
    }
    return render(request, "public/rules/list.html", context)


@require_GET
def rule(request: HttpRequest, name: str) -> HttpResponse:
    """One rule: its form, and, once asked, the answer with its derivation to print."""
    asked = RuleForm(_rule(name), request.GET)
    context: dict[str, Any] = {"rule": asked.rule, "form": asked, "document": document_of(asked.rule.clause)}
    if _is_asked(request):
        context |= _answered(asked, Judged.of(request.GET))
    return render(request, "public/rules/rule.html", {**context, **_judging(request)})


@require_GET
def comparison(request: HttpRequest, name: str) -> HttpResponse:
    """One case judged twice: what changes between two editions or two days."""
    asked = RuleForm(_rule(name), request.GET)
    context: dict[str, Any] = {"rule": asked.rule, "form": asked, "two": True}
    if _is_asked(request):
        context |= _compared(asked, Judged.of(request.GET), Judged.of(request.GET, "2"))
    return render(request, "public/rules/compare.html", {**context, **_judging(request)})


@require_GET
def row(request: HttpRequest, name: str, field: str) -> HttpResponse:
    """An empty row of a list in the form."""
    tables = RuleForm(_rule(name), request.GET).tables
    if field not in tables:
        raise Http404
    return tables[field].one_more(request)


def _is_asked(request: HttpRequest) -> bool:
    return bool(request.GET) and not {"add", "drop"} & set(request.GET)


def _judging(request: HttpRequest) -> dict[str, Any]:
    chosen = {name: request.GET.get(name, "") for name in ("on", "edition", "on2", "edition2")}
    return {"edition_keys": EDITION_KEYS, "chosen": chosen, "today": today()}


def _answered(asked: RuleForm, judged: Judged) -> dict[str, Any]:
    given = asked.given
    answer = ask(asked.rule.name, given, today=today(), on=judged.on, edition=judged.edition)
    left = asked.show(answer.objections) if answer.value is None else answer.objections
    return {
        "given": facts(given, asked.rule.input_schema),
        "asked": json.dumps(given, ensure_ascii=False, default=float),
        "told": told(answer),
        "sources": sources(answer),
        "facts": facts(told(answer)["answer"], asked.rule.output_schema),
        "objections": told(Answer(None, objections=tuple(left)))["objections"],
    }


def _compared(asked: RuleForm, before: Judged, after: Judged) -> dict[str, Any]:
    given, by = asked.given, [By(one.on, one.edition) for one in (before, after)]
    found = compare(asked.rule.name, given, *by, today=today())
    if found.before.value is None or found.after.value is None:
        objections = found.before.objections + found.after.objections
        left = asked.show(tuple(dict.fromkeys(o for o in objections)))
        return {"objections": told(Answer(None, objections=tuple(left)))["objections"]}
    return {
        "given": facts(given, asked.rule.input_schema),
        "rows": _rows(asked.rule, found),
        "compared": found.to_json(language()),
        "before_sources": sources(found.before),
        "after_sources": sources(found.after),
    }


def _rows(rule: Rule, found: Comparison) -> list[dict[str, Any]]:
    schema = rule.output_schema
    before, after = (dict(facts(told(answer)["answer"], schema)) for answer in (found.before, found.after))
    changed = {label(name) for name in found.differs}
    return [{"label": n, "before": before[n], "after": after[n], "differs": n in changed} for n in before]


# --- the same for programs --------------------------------------------------------------------------------------------
@csrf_exempt  # it changes nothing and knows nobody
@require_GET
def api_rules(request: HttpRequest) -> JsonResponse:
    """Every rule with its schemas."""
    return _json([one.describe() for one in RULES.values()])


@csrf_exempt  # it changes nothing and knows nobody
@require_http_methods(["GET", "POST"])
def api_rule(request: HttpRequest, name: str) -> JsonResponse:
    """POST an input, or GET with ``?input=``; ``on``, ``edition`` and ``lang`` in the query. GET alone describes."""
    text = request.body.decode(errors="replace") if request.method == "POST" else request.GET.get("input")
    if text is None and name in RULES:
        return _json(RULES[name].describe())
    answer = _asked(name, text or "{}", request)
    status = 404 if name not in RULES else 200 if answer.value is not None else 422
    return _json(answer.to_json(request.GET.get("lang") or language()), status)


def _asked(name: str, text: str, request: HttpRequest) -> Answer[Any]:
    try:
        judged = Judged.of(request.GET)
        return ask(name, read_json(text), today=today(), on=judged.on, edition=judged.edition)
    except Refused as wrong:
        return refused(*wrong.objections)
    except ValueError:
        clause = RULES[name].clause if name in RULES else ""
        return refused(objection("input.not-json", clause, field="input"))


def _json(told: Any, status: int = 200) -> JsonResponse:
    """Any page of the world may ask."""
    shape = {"ensure_ascii": False, "indent": 1}
    headers = {"Access-Control-Allow-Origin": "*"}
    return JsonResponse(told, status=status, safe=False, json_dumps_params=shape, headers=headers)


urlpatterns = [
    path("rules/", rules, name="rules"),
    path("rules/<slug:name>/", rule, name="rule"),
    path("rules/<slug:name>/compare/", comparison, name="rule-compare"),
    path("rules/<slug:name>/row/<slug:field>/", row, name="rule-row"),
    path("api/rules/", api_rules, name="api-rules"),
    path("api/rules/<str:name>", api_rule, name="api-rule"),
    path("api/rules/<str:name>/", api_rule),
]
