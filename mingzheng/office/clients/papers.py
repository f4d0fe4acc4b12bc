"""A client as the papers name it."""

from mingzheng.seal import facts
from mingzheng.seal.facts import Two

from .models import Client, Site


def organisation(client: Client) -> facts.Organisation:
    """The client with the contact who joined last of those still there."""
    contact = client.contacts.filter(left_on=None).order_by("-pk").first()
    return facts.Organisation(
        name=Two(client.name_zh, client.name_en),
        uscc=client.uscc,
        address=Two(client.address_zh, client.address_en),
        contact=contact.name if contact else "",
        telephone=contact.phone if contact else "",
    )


def sites(client: Client) -> tuple[facts.Site, ...]:
    """Its open sites."""
    return tuple(map(_site, client.sites.filter(closed_on=None).order_by("pk")))


def where(site: Site) -> Two:
    """Its address as printed."""
    return Two(site.address_zh, site.address_en)


def _site(site: Site) -> facts.Site:
    return facts.Site(name=Two(site.name_zh), address=where(site), activity=Two(site.activity_zh))
