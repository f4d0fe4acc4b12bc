"""How days, money, deadlines and the marks of the trade are written; the same on a page, in a list and in a table cell."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from mingzheng.rulebook.standards import Standard

from .two import t

NOTHING = "--"
SYSTEMS = {
    Standard.QMS: t("质量管理体系", "Quality management system"),
    Standard.EMS: t("环境管理体系", "Environmental management system"),
    Standard.OHSMS: t("职业健康安全管理体系", "Occupational health and safety management system"),
    Standard.CSR: t("企业社会责任管理体系", "Social responsibility management system"),
    Standard.PRODUCT: t("自愿性产品认证", "Voluntary product certification"),
    Standard.SERVICE: t("服务认证", "Service certification"),
}


def certified_to(standard: Standard) -> str:
    """What is certified to: the number of the standard, or whose rules where there are several."""
    return t(standard.gb, standard.gb if standard.gb.isascii() else SYSTEMS[standard])


@cache  # a page has some forty
def icon(name: str) -> SafeString:
    """A drawing from the sprite; decoration, so hidden from screen readers. Names: ``frame/icons.txt``."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("assets/icons.svg"),
        name,
    )


def day(value: date | None) -> str:
    """``2026-07-18``; ``--`` when there is none."""
    if isinstance(value, datetime):
        value = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{value:%Y-%m-%d}" if value else NOTHING


def moment(value: datetime | None) -> str:
    """``2026-07-18 14:08``, local time."""
    if value is None:
        return NOTHING
    return f"{timezone.localtime(value) if timezone.is_aware(value) else value:%Y-%m-%d %H:%M}"


def number(value: float | Decimal | None) -> str:
    """``1,654``; the decimals the value has."""
    return NOTHING if value is None else f"{value:,}"


def counted(value: int, most: int | None) -> str:
    """A count, ``1,000+`` when it went on past `most`."""
    return f"{most:,}+" if most and value > most else f"{value:,}"


def money(value: float | Decimal | None) -> str:
    """CNY: ``¥6,384.52``."""
    if value is None:
        return NOTHING
    return f"-¥{-value:,.2f}" if value < 0 else f"¥{value:,.2f}"


def person_days(value: float | Decimal | None) -> str:
    """Auditor-days in steps of a half, one decimal: ``4.5``."""
    return NOTHING if value is None else f"{value:,.1f}"


def pill(label: object, tone: str = "plain") -> SafeString:
    """A small status mark. Tones: plain, good, busy, wait, idle; overdue alone is vermilion."""
    return format_html('<span class="pill pill-{}">{}</span>', tone, label)


def days_over(due: date | None, today: date) -> int:
    """Whole days past `due`; 0 or less while there is time."""
    return (today - due).days if due else 0


def deadline(due: date | None, today: date) -> SafeString | str:
    """How long is left, in words that survive a grey print: overdue, today, or days left."""
    if due is None:
        return NOTHING
    over = days_over(due, today)
    if over > 0:
        words = t("超期 {n} 天", "{n} day overdue" if over == 1 else "{n} days overdue", n=over)
        return format_html('<span class="due due-over">{}{}</span>', icon("alert-triangle"), words)
    if over == 0:
        return format_html('<span class="due due-today">{}{}</span>', icon("clock"), t("今日", "Today"))
    return format_html(
        '<span class="due">{}</span>',
        t("剩 {n} 天", "{n} day left" if over == -1 else "{n} days left", n=-over),
    )


def standards_tags(standards: str | Iterable[str]) -> SafeString | str:
    """Q E S marks in that order whatever the order given, the full name on hover and for screen readers."""
    held = {standards} if isinstance(standards, str) else set(standards)
    marks = [(s.lower(), SYSTEMS[s], s.gb, s.letter) for s in Standard if s in held]
    if not marks:
        return NOTHING
    return format_html_join(
        " ",
        '<abbr class="system system-{}" title="{} {}">{}</abbr>',
        [(css, name, gb, letter) for css, name, gb, letter in marks],
    )
