"""One invented example of every paper, and one with names and scopes as long as they come."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from mingzheng.rulebook.standards import SYSTEMS
from mingzheng.rulebook.verdict import Derivation, Objection, Step
from mingzheng.seal import facts as told
from mingzheng.seal.facts import CLOSING_POINTS, OPENING_POINTS, Two

BODY = told.Body(
    name=Two("明证认证有限公司", "Mingzheng Certification Co., Ltd."),
    address=Two("上海市徐汇区明理路 88 号 6 层", "6F, 88 Mingli Road, Xuhui District, Shanghai"),
    approval="CNCA-R-2002-999",
    telephone="021-5555 0100",
    website="www.mingzheng.example",
    complaints="021-5555 0199，voices@mingzheng.example",
)
CLIENT = told.Organisation(
    name=Two("华东精密制造有限公司", "East China Precision Manufacturing Co., Ltd."),
    uscc="91310104MA1FR00000",
    address=Two(
        "上海市松江区新浜镇文兵路 18 号", "18 Wenbing Road, Xinbang Town, Songjiang District, Shanghai"
    ),
    contact="何经理",
    telephone="021-5555 0123",
)
LONG_CLIENT = replace(
    CLIENT,
    name=Two(
        "新疆维吾尔自治区巴音郭楞蒙古自治州䶮㛃𬭎轨道交通装备与智能制造产业技术研究院（集团）股份有限公司",
        "Bayingolin Mongol Autonomous Prefecture Yanjiehong Rail Transit Equipment and Intelligent Manufacturing "
        "Industrial Technology Research Institute (Group) Joint Stock Company Limited",
    ),
    address=Two(
        "新疆维吾尔自治区巴音郭楞蒙古自治州库尔勒经济技术开发区东环北路与纬七路交叉口西北侧产业孵化园 3 号楼 1201-1216 室",
        "Rooms 1201-1216, Building 3, Industrial Incubation Park, north-west of the crossing of Donghuan North Road and "
        "Weiqi Road, Korla Economic and Technological Development Zone, Bayingolin, Xinjiang",
    ),
)
SCOPE = Two(
    "精密机械零部件的设计、生产和服务",
    "Design, manufacture and servicing of precision mechanical components",
)
LONG_SCOPE = Two(
    "；".join(
        ["资质范围内城市轨道交通车辆制动系统、空调系统及其零部件的设计、开发、生产、安装、检修和技术服务"] * 6
    ),
    "; ".join(
        [
            "Design, development, manufacture, installation, overhaul and technical service of brake and air-conditioning "
            "systems and components for urban rail vehicles within the qualification held"
        ]
        * 6
    ),
)
QMS, EMS, OHSMS = SYSTEMS
DAYS = (
    told.Days(Two("初次认证审核（一阶段）", "Initial audit, stage 1"), Decimal("1.5")),
    told.Days(Two("初次认证审核（二阶段）", "Initial audit, stage 2"), Decimal("4.0")),
    told.Days(Two("监督审核（每次）", "Surveillance, each"), Decimal("2.0")),
)
STEPS = (
    Step("audit-time.personnel", "96", "IAF MD 5:2019 2.3"),
    Step("audit-time.band", "86–125", "IAF MD 5:2019 QMS 1"),
    Step("audit-time.table-days", "7", "IAF MD 5:2019 QMS 1", "M"),
)
LINES = (
    told.Line(Two("初次认证审核", "Initial audit"), Decimal("5.5"), Decimal("3000"), Decimal("16500")),
    told.Line(Two("监督审核", "Surveillance"), Decimal(2), Decimal("6000.5"), Decimal("12001")),
)
SITES = (
    told.Site(Two("总部", "Head office"), CLIENT.address, Two("设计、销售", "Design, sales")),
    told.Site(
        Two("青浦工厂", "Qingpu works"),
        Two("上海市青浦区汇金路 100 号", "100 Huijin Road, Qingpu, Shanghai"),
        Two("生产", "Manufacture"),
    ),
)
TEAM = (
    told.Member(
        "刘伟", Two("组长", "Team leader"), "QMS 高级 2021-N1QMS-1000001", "17.10.02；18.02", Decimal(2)
    ),
    told.Member("陈芳", Two("组员", "Auditor"), "EMS 审核员 2022-N1EMS-1000002", "17.10.02", Decimal(2)),
    told.Member("龙䶮", Two("技术专家", "Technical expert")),
)
REASONS = (
    told.Reason(
        Two("未在规定期限内接受监督审核", "The surveillance audit was not held in time"),
        "ISO/IEC 17021-1:2015 9.6.5.2",
    ),
    Objection("certificate.no-decision", "ISO/IEC 17021-1:2015 9.5"),
)
CERTIFICATES = tuple(
    told.CertificateRow(number, standard, date(2029, 7, 19))
    for number, standard in (("99926Q10031R0M", QMS), ("99926E10012R0M", EMS))
)


def _paper(client: told.Organisation, number: str) -> dict[str, object]:
    form = told.Form("审表012", "A/3")
    return {"body": BODY, "form": form, "number": number, "dated": date(2026, 7, 20), "client": client}


def _visit(client: told.Organisation, scope: Two) -> dict[str, object]:
    return {
        **_paper(client, "XM2026-0318-07"),
        "project": "XM2026-0318",
        "kind": Two("初次认证审核（二阶段）", "initial audit, stage 2"),
        "standards": (QMS, EMS),
        "scope": scope,
        "starts_on": date(2026, 7, 16),
        "ends_on": date(2026, 7, 17),
        "team": TEAM,
        "place": client.address,
    }


def _before(client: told.Organisation, scope: Two) -> dict[str, told.Paper]:
    asked = {"application": "SQ2026-0101", "applied_on": date(2026, 3, 2), "standards": (QMS, EMS)}
    priced = {
        "standards": (QMS, EMS),
        "scope": scope,
        "lines": LINES,
        "total": Decimal("28501"),
        "days": DAYS,
    }
    paper = _paper(client, "沪明证认〔2026〕17号")
    return {
        "quotation": told.Quotation(**paper, **priced, steps=STEPS, valid_until=date(2026, 9, 30)),
        "contract": told.Contract(**paper, **priced, original=1, sites=SITES),
        "acceptance": told.Acceptance(**paper, **asked, scope=scope, days=DAYS),
        "refusal": told.Refusal(**paper, **asked, reasons=REASONS, appeal_until=date(2026, 8, 20)),
        "audit_time": told.AuditTimeSheet(
            **paper,
            application="SQ2026-0101",
            standards=(QMS, EMS),
            scope=scope,
            parts=(
                told.TimePart(
                    Two("质量管理体系：初次认证审核", "QMS: initial audit"), Derivation(Decimal("5.5"), STEPS)
                ),
                told.TimePart(
                    Two("环境管理体系：初次认证审核", "EMS: initial audit"), Derivation(Decimal("4"), STEPS)
                ),
            ),
            days=DAYS,
            calculated_by="周策",
        ),
    }


def _plan(client: told.Organisation, scope: Two) -> dict[str, told.Paper]:
    visit = _visit(client, scope)
    audits = (
        told.PlannedVisit(
            Two("二阶段", "Stage 2"), (QMS, EMS), None, date(2026, 9, 1), "CNCA-QMS-01:2025 5.2", Decimal(4)
        ),
        told.PlannedVisit(
            Two("监督审核 1", "Surveillance 1"),
            (QMS, EMS),
            date(2027, 3, 1),
            date(2027, 7, 19),
            "ISO/IEC 17021-1:2015 9.1.3.3",
            Decimal(2),
            Two("热处理过程；上次不符合项", "Heat treatment; earlier findings"),
        ),
    )
    days = (date(2026, 7, 16), date(2026, 7, 17))
    slots = tuple(
        told.Slot(day, starts, ends, "刘伟、陈芳", subject, clauses)
        for day in days
        for starts, ends, subject, clauses in (
            ("09:00", "09:30", "首次会议", ""),
            ("09:30", "12:00", "生产部：热处理、机加工过程", "Q 8.5, 8.6, 8.7；E 8.1, 8.2"),
            ("13:00", "17:00", "综合管理部", "Q 7.2, 9.2, 9.3；E 6.1, 9.1"),
        )
    )
    return {
        "programme": told.Programme(
            **_paper(client, "FA2026-0318"),
            standards=(QMS, EMS),
            scope=scope,
            personnel=96,
            visits=audits,
            sites=SITES,
        ),
        "assignment": told.Assignment(
            **visit, attention=("上次审核 2 项轻微不符合的关闭情况",), prepared_by="周策"
        ),
        "audit_notice": told.AuditNotice(**visit, object_until=date(2026, 7, 10)),
        "audit_plan": told.AuditPlan(**visit, slots=slots, prepared_by="刘伟"),
    }


def _on_site(client: told.Organisation, scope: Two) -> dict[str, told.Paper]:
    visit = _visit(client, scope)
    attended = {
        "starts": "09:00",
        "ends": "09:30",
        "chair": "刘伟",
        "attendees": (told.Attendee("何平", "质量部", "经理"),),
    }
    statement = "抽查 2026 年 5 月热处理炉 R-03 温度记录，3 份中有 1 份无操作者签名，未能证实过程按规定受控。"
    evidence = "查阅 2026 年度内部审核计划、检查表及报告，审核覆盖全部部门，2 项不符合均已关闭。"
    return {
        "meeting": told.Meeting(
            **visit,
            **attended,
            which="opening",
            explained={point: point != "safety" for point in OPENING_POINTS},
        ),
        "meeting closing": told.Meeting(
            **visit, **attended, which="closing", explained=dict.fromkeys(CLOSING_POINTS, True), matters="无"
        ),
        "nonconformity": told.Nonconformity(
            **visit,
            standard=QMS,
            clause="8.5.1",
            grade=Two("轻微", "Minor"),
            department="生产部",
            statement=statement,
            raised_by="陈芳",
            due_on=date(2026, 8, 16),
            cause="操作者换岗后未培训记录填写要求。",
        ),
        "audit_report": told.AuditReport(
            **visit,
            summary="审核组按计划完成审核，管理体系运行正常。" * 6,
            conclusions=tuple(
                told.Conclusion(standard, Two("推荐注册", "Recommended"), "体系符合标准要求，运行有效。")
                for standard in (QMS, EMS)
            ),
            findings=(
                told.Finding("01", QMS, "8.5.1", Two("轻微", "Minor"), statement, Two("已关闭", "Closed")),
            ),
            records=tuple(
                told.Record(standard, "9.2", "综合管理部", evidence, True) for standard in (QMS, EMS) * 9
            ),
        ),
    }


def _after(client: told.Organisation, scope: Two) -> dict[str, told.Paper]:
    paper = _paper(client, "JD2026-0031")
    visit = {"project": "XM2026-0318", "kind": Two("监督审核（第一次）", "first surveillance audit")}
    decided = (
        told.Decided(QMS, Two("授予认证", "Grant"), "99926Q10031R0M"),
        told.Decided(EMS, Two("退回补充", "Sent back"), reasons="合规性评价记录不完整，补充后再议。"),
    )
    notices = {
        f"status_notice {act}": told.StatusNotice(
            **paper,
            act=act,
            certificates=CERTIFICATES,
            reasons=REASONS if act in ("suspend", "withdraw") else (),
            effective_on=date(2026, 7, 20),
            until=date(2027, 1, 19) if act == "suspend" else None,
            appeal_until=date(2026, 8, 20) if act in ("suspend", "withdraw") else None,
        )
        for act in ("suspend", "restore", "withdraw", "cancel")
    }
    return {
        "decision": told.DecisionRecord(
            **paper, **visit, scope=scope, decisions=decided, reviewed_by="王工", decided_by="沈明", team=TEAM
        ),
        "maintained": told.Maintained(
            **paper,
            **visit,
            certificates=CERTIFICATES,
            audited_from=date(2027, 6, 3),
            audited_to=date(2027, 6, 4),
            next_due=date(2028, 7, 19),
        ),
        **notices,
    }


def _own_system() -> dict[str, told.OwnPaper]:
    imported = told.Imported(
        number="DR2026-0001",
        register=Two("证书台账", "Register of certificates"),
        file="证书台账.xlsx",
        digest="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        carried_on=date(2026, 5, 6),
        carried_by="关立",
        rows=1204,
        taken=1180,
        mended=12,
        repeated=8,
        known=0,
        refused=4,
        unread="说明",
    )
    refused = told.RefusedRow(
        "DR2026-0001", "在证!317", "06425Q00031R0M", Two("校验码有误", "Wrong check digit"), ""
    )
    compared = told.Compared(
        date(2026, 6, 1), "常工", Two("有效证书", "Certificates in force"), 1110, 1108, "两张证书同日撤销"
    )
    return {
        "trial_report": told.TrialReport(
            body=BODY,
            form=told.Form("ZH-01", "A/0"),
            number="SY2026-0001",
            dated=date(2026, 7, 1),
            system="原业务系统",
            begun_on=date(2026, 5, 6),
            until=date(2026, 7, 1),
            imports=(imported,) * 3,
            rows=3612,
            kept=3600,
            refused=12,
            refusals=(refused,) * 12,
            comparisons=(compared,) * 9,
            differing=9,
            outcome=Two("成功", "Succeeded"),
            conclusion="并行运行两个月，各项一致，差异均已说明。",
            concluded_by="主任",
        )
    }


def _voices(client: told.Organisation) -> dict[str, told.Paper]:
    paper = _paper(client, "TS2026-0007")
    case = {"kind": Two("投诉", "complaint"), "received_on": date(2026, 7, 1)}
    url = "https://www.mingzheng.example/voices/follow/K7Q2-9XHM-4TBW/"
    reasons, action = "签到记录与照片显示一名审核员下午未到场。", "扣除人日并补充审核，审核员停止派组三个月。"
    return {
        "case_receipt": told.CaseReceipt(
            **paper, **case, answer_by=date(2026, 8, 30), code="K7Q2-9XHM-4TBW", verify_url=url
        ),
        "case_answer": told.CaseAnswer(
            **paper,
            **case,
            decided_on=date(2026, 7, 20),
            outcome=Two("部分成立", "Upheld in part"),
            reasons=reasons,
            corrective_action=action,
        ),
        "survey_invitation": told.SurveyInvitation(
            **paper,
            project="XM2026-0012",
            kind=Two("监督审核", "surveillance audit"),
            held_on=date(2026, 7, 8),
            verify_url="https://www.mingzheng.example/voices/survey/Zk3v0qkq2nq5m8c7r1h6t4w9y2b5d8f1/",
        ),
    }


def certificate(client: told.Organisation = CLIENT, scope: Two = SCOPE, **more: object) -> told.Certificate:
    """A certificate; `more` are facts that differ from the ordinary."""
    ordinary = {
        "standard": QMS,
        "scope": scope,
        "business_address": client.address,
        "first_issued": date(2020, 7, 20),
        "valid_until": date(2029, 7, 19),
        "verify_url": "HTTPS://WWW.MINGZHENG.EXAMPLE/C/K7Q29XHM4T",
        "signatory": Two("主任", "Director"),
        "accredited": True,
        "accreditation": "CNAS C999-M",
    }
    return told.Certificate(**{**_paper(client, "99926Q10031R2M"), **ordinary, **more})


def specimens(client: told.Organisation = CLIENT, scope: Two = SCOPE) -> dict[str, told.OwnPaper]:
    """An example of each paper; the first word of the key is the paper."""
    return {
        "certificate": certificate(client, scope),
        "certificate annexed": certificate(client, scope, sites=SITES, accredited=False, standard=OHSMS),
        "certificate sub": certificate(
            client, scope, number="99926Q10031R2M-1", main="99926Q10031R2M", site=SITES[1]
        ),
        **_before(client, scope),
        **_plan(client, scope),
        **_on_site(client, scope),
        **_after(client, scope),
        **_voices(client),
        **_own_system(),
    }
