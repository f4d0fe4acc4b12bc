import os, pytest
from datetime import date
from django.core.cache import cache
from mingzheng.office.library.models import Body, AccreditedScope, Holiday
from mingzheng.office.people.models import *
from mingzheng.office.people.actions.enter_leave import enter_leave
from mingzheng.office.people.actions.declare_tie import declare_tie
from mingzheng.rulebook.impartiality import TieKind
from mingzheng.rulebook.roles import Role, HELD_BY_PERSONS
from mingzheng.rulebook.identifiers import complete_organisation_code, complete_social_credit_code
from tests import rows
from tests.journeys.conftest import PHONE, DESKTOP
OUT="/tmp/look"; os.makedirs(OUT, exist_ok=True)

def test_look(visitor, transactional_db, person, settings, it_is):
    cache.clear(); it_is(date(2026,3,2))
    Body.objects.create(name_zh="示例质量认证中心", name_en="Sample Quality Certification Centre", short_name_zh="示例认证", short_name_en="SQCC", uscc="TEST", approval_number="CNCA-R-2002-042", address_zh="上海市示例路1号", address_en="1 Sample Road", phone="021-1", email="a@example.org", complaints_phone="021-2", complaints_email="c@example.org", certificate_prefix="042", day_rate=3000)
    for g in ("03","14","17","18","19","28","35"):
        for s in ("QMS","EMS","OHSMS")[: 1 + int(g) % 3]:
            AccreditedScope.objects.create(standard=s, group=g, valid_from=date(2024,1,1), valid_until=date(2027,1,1) if g=="17" else None)
    Holiday.objects.create(day=date(2027,1,1), working=False, name="元旦")
    names="王芳 李强 张伟 刘洋 陈静 杨帆 赵敏 黄磊 周婷 吴昊 徐丽 孙涛".split()
    from mingzheng.office.people.names import searchable
    people=[]
    for i,n in enumerate(names):
        p=rows.auditor(f"user{i:02d}", ("QMS","EMS","OHSMS")[: 1+i%3], name_zh=n)
        p.name_zh=n; p.pinyin=searchable(n); p.department=["审核一部","审核二部"][i%2]; p.full_time=i%4!=3; p.main_employer="" if p.full_time else "某大学"; p.save(); people.append(p)
    Registration.objects.filter(person__in=people[:3]).update(valid_until=date(2026,4,1))
    boss=person("boss", *HELD_BY_PERSONS, name_zh="郑管理", name_en="Zheng Guanli", pinyin="zhengguanli zgl")
    enter_leave("user01", first_day=date(2026,4,1), last_day=date(2026,4,5), reason="休假", on=date(2026,3,2), by=boss)
    code = complete_social_credit_code("91310113" + complete_organisation_code("01234567"))
    declare_tie("user01", code, organisation="示例机械有限公司", kind=TieKind.CONSULTANCY, ended_on=None, on=date(2026,3,2), by=boss)
    rows.visit()
    pages={"login":"/accounts/login/"}
    staff={"people":"/staff/people/?tab=all","person":"/staff/people/person/user01/","recognise":"/staff/people/person/user01/recognise/?q=17.1","employ":"/staff/people/new/","tie":"/staff/people/person/user01/tie/","accounts":"/staff/accounts/?tab=open","password":"/staff/accounts/user01/password/","body":"/staff/library/","scope":"/staff/library/scope/","holidays":"/staff/library/holidays/","search":"/staff/search/?q=示例","searchempty":"/staff/search/","mfa":"/accounts/2fa/","pwchange":"/accounts/password/change/","logout":"/accounts/logout/","refused":"/staff/people/person/nobody/"}
    for lang in ("zh-hans","en"):
        for size,tag in ((DESKTOP,"w"),(PHONE,"n")):
            v=visitor(language=lang,size=size)
            for k,u in pages.items():
                v.goes(u); v.page.screenshot(path=f"{OUT}/{k}-{lang[:2]}-{tag}.png", full_page=True)
            v=visitor(boss,language=lang,size=size)
            for k,u in staff.items():
                v.goes(u); v.page.screenshot(path=f"{OUT}/{k}-{lang[:2]}-{tag}.png", full_page=True)
                over=v.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                if over>0: print("OVERFLOW",k,lang,tag,over)
            v.wrongs[:] = [w for w in v.wrongs if "404" not in w]; 
            if v.wrongs: print(v.wrongs)
