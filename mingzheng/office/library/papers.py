"""The body as its papers name it."""

from datetime import date

from django.conf import settings

from mingzheng.seal import facts
from mingzheng.seal.facts import Two

from .models import Body
from .queries import body_on


def letterhead(on: date) -> facts.Body:
    """Who signs a paper of a day. Raises Body.DoesNotExist before the body has been described."""
    return as_signed(body_on(on))


def as_signed(own: Body) -> facts.Body:
    return facts.Body(
        name=Two(own.name_zh, own.name_en),
        address=Two(own.address_zh, own.address_en),
        approval=own.approval_number,
        telephone=own.phone,
        website=settings.PUBLIC_ADDRESS,
        complaints=f"{own.complaints_phone} {own.complaints_email}",
    )
