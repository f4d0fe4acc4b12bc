"""Who may log in to the demonstration: one person for each role."""

from unicodedata import east_asian_width

from mingzheng.rulebook.roles import Role
from mingzheng.words import WORDS

PASSWORD = "mingzheng-demo"
LOGINS = {
    Role.MARKET: ("shichang", "温市棠", "市场部"),
    Role.TECHNICAL: ("zhuanye", "岑专砚", "技术部"),
    Role.PROGRAMME_MANAGER: ("fangan", "邱方澜", "审核管理部"),
    Role.AUDITOR: ("shenhe", "骆审言", "审核部"),
    Role.REVIEWER: ("pingding", "詹评书", "评定部"),
    Role.DECISION_MAKER: ("jueding", "舒决望", "评定部"),
    Role.CERTIFICATE_CLERK: ("zhengshu", "柯证帆", "证书部"),
    Role.COMPETENCE_EVALUATOR: ("nengli", "阮能河", "人力资源部"),
    Role.QUALITY: ("zhiliang", "晏质清", "质量部"),
    Role.DIRECTOR: ("zhuren", "尹主齐", "管理层"),
    Role.INTEGRITY: ("lianjie", "梅清岚", "党支部"),
    Role.FINANCE: ("caiwu", "闵财衡", "财务部"),
    Role.GENERAL_OFFICE: ("zonghe", "邹综和", "综合管理部"),
    Role.UNION: ("gonghui", "鲍工暖", "工会"),
    Role.ADMINISTRATOR: ("guanli", "祝管禾", "信息部"),
}
"""Login, name and department of the one person of each role; every login is the role, said in pinyin."""


def table() -> str:
    """Role, login and password, a line each."""
    rows = [(" ".join(WORDS[f"role.{role}"]), login, PASSWORD) for role, (login, _, _) in LOGINS.items()]
    rows.insert(0, ("角色 Role", "账号 Log-in", "密码 Password"))
    widths = [max(_width(row[column]) for row in rows) for column in range(2)]
    return "\n".join(f"  {_padded(a, widths[0])}  {_padded(b, widths[1])}  {c}" for a, b, c in rows)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    """Columns on a terminal; a Chinese character takes two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
