"""The body as its papers name it."""

from django.conf import settings

from mingzheng.seal import facts
from mingzheng.seal.facts import Two

from .models import Body
from .queries import body


def letterhead(own: Body | None = None) -> facts.Body:
    """Who signs: `own` where it has been read already. Raises Body.DoesNotExist before the body has been described."""
    own = own or body()
    return facts.Body(
        name=Two(own.name_zh, own.name_en),
        address=Two(own.address_zh, own.address_en),
        approval=own.approval_number,
        telephone=own.phone,
        website=settings.PUBLIC_ADDRESS,
        complaints=f"{own.complaints_phone} {own.complaints_email}",
    )
