"""A client with several sites: the main certificate, a sub-certificate for each site chosen, each leading to the other."""

import pytest

from mingzheng.office.certificates.actions.replace_certificate import replace_certificate
from mingzheng.office.certificates.making import lines_with_subs, subs_in
from mingzheng.office.certificates.models import Certificate, SubCertificate
from mingzheng.office.certificates.queries import life_of, subs_of
from mingzheng.office.clients.models import Site
from mingzheng.rulebook.verdict import Refused
from tests.certified import clerk, of_sites
from tests.rows import DAY

pytestmark = pytest.mark.django_db


def test_each_chosen_site_gets_a_sub_certificate_numbered_after_the_main_one():
    held = of_sites("总部", "一厂", "二厂", subs=[2, 3])
    assert subs_in(held) == [f"{held.number}-1", f"{held.number}-2"]
    assert [(sub.number, sub.name_zh, sub.scope_zh, sub.status) for sub in subs_of(held, life_of(held))] == [
        (f"{held.number}-1", "一厂", "装配", "in_force"),
        (f"{held.number}-2", "二厂", "装配", "in_force"),
    ]
    assert life_of(held)[0].facts["subs"] == subs_in(held)


def test_a_new_version_keeps_the_sub_certificates_of_the_sites_that_had_one():
    old = of_sites("总部", "一厂", "二厂", subs=[3])
    Site.objects.filter(client=old.certification.client, name_zh="一厂").update(closed_on=DAY)
    number = replace_certificate(old.number, reason="0104", on=DAY, by=clerk()).number
    new = Certificate.objects.get(number=number)
    assert lines_with_subs(new) == {2} and subs_in(new) == [f"{number}-1"]
    assert [sub.status for sub in subs_of(old, life_of(old))] == ["replaced"]
    assert SubCertificate.objects.count() == 2


def test_another_choice_of_sites_is_reason_enough_for_a_new_version():
    old = of_sites("总部", "一厂", subs=[2])
    with pytest.raises(Refused, match="nothing-changed"):
        replace_certificate(old.number, reason="0104", subs=[2], on=DAY, by=clerk())
    number = replace_certificate(old.number, reason="0104", subs=[], on=DAY, by=clerk()).number
    assert subs_in(Certificate.objects.get(number=number)) == []


@pytest.mark.parametrize(
    ("sites", "subs", "why"), [(("总部",), [1], "sub-of-one-site"), (("总部", "一厂"), [3], "no-such-site")]
)
def test_one_site_needs_none_and_a_site_the_annex_does_not_list_gets_none(sites, subs, why):
    with pytest.raises(Refused, match=why):
        of_sites(*sites, subs=subs)
    assert not Certificate.objects.exists() and not SubCertificate.objects.exists()
