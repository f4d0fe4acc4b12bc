"""`POST /verify/batch`: many certificates at once, each with the number and the client's name or credit code.

{"certificates": [{"number": "06426Q00001R0M", "who": "示例零件制造有限公司"}, …]} is answered in the same order with how
each stands. A wrong name, an unknown number and one that is not public are the same answer: unknown.
"""

import json
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from mingzheng.doors.frame.pace import at_most
from mingzheng.doors.today import today
from mingzheng.office.publication.models import Entry
from mingzheng.office.publication.queries import known_by
from mingzheng.rulebook.mending import tidied

from .verify import verdict

MOST = 2000
ASKED_WRONGLY = (
    '要求 / expected: {"certificates": [{"number": …, "who": 名称或信用代码 name or code}, …]}，最多 at most '
    f"{MOST}"
)


@csrf_exempt  # it changes nothing and knows nobody
@require_POST
@at_most(60)
def verify_batch(request: HttpRequest) -> HttpResponse:
    asked = _asked(request.body)
    if asked is None:
        return JsonResponse({"refused": ASKED_WRONGLY}, status=400, json_dumps_params={"ensure_ascii": False})
    found = known_by({number: who for _, number, who in asked})
    answers = [_answer(said, found.get(number)) for said, number, _ in asked]
    return JsonResponse({"as_of": today().isoformat(), "certificates": answers})


def _asked(body: bytes) -> list[tuple[str, str, str]] | None:
    """What was asked: the number as it was written and as it was meant, and whose; None when it cannot be understood."""
    try:
        lines = json.loads(body)["certificates"]
        if not isinstance(lines, list) or len(lines) > MOST:
            return None
        return [(line["number"], tidied(line["number"]).text, str(line["who"])) for line in lines]
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _answer(said: str, entry: Entry | None) -> dict[str, Any]:
    if entry is None:
        return {"number": said, "verdict": "unknown"}
    held = entry.certificate
    return {
        "number": said,
        "verdict": verdict(held, today()).status,
        "valid_until": held.expires_on.isoformat(),
        "page": f"{settings.PUBLIC_ADDRESS}/C/{entry.public_id}",
    }
