"""Invented organisations: places that are on no map, brands nobody holds, codes with right check digits."""

from dataclasses import dataclass
from itertools import product

from pypinyin import lazy_pinyin

from mingzheng.rulebook.identifiers import complete_organisation_code, complete_social_credit_code

NO_REGION = "990101"  # no administrative division begins with 99, so no organisation has such a code
PLACES = ("砚泽", "澜川", "栎岭", "青屿", "望湖", "鹤溪", "北砚", "南栎", "沐阳川", "白蘅")
FIRST, SECOND, THIRD = "珩屹澄翊蘅沅岫祺淇", "衡翎楷澈砺岑峥棠砚", ("", "源", "和", "新", "远")
PEOPLE = [
    "邵昀",
    "邱禾",
    "骆嘉言",
    "柏舟",
    "温以宁",
    "岑澜",
    "詹书远",
    "舒望",
    "尹思齐",
    "晏清",
    "路遥知",
    "柯一帆",
    "祝青禾",
    "阮星河",
    "黎舒",
    "池砚",
    "凌霁",
    "简宁",
]


@dataclass(frozen=True)
class Trade:
    """What an organisation does: its part of the name, scope, technical area, departments, and how risky it is."""

    zh: str
    en: str
    code: str
    scope_zh: str
    scope_en: str
    departments: tuple[str, ...]
    risk: str = "medium"


WORKS = ("管理层", "综合部", "生产部", "质检部", "采购部", "仓储部")
OFFICE = ("管理层", "综合部", "项目部", "研发部", "市场部")
SITES = ("管理层", "综合部", "工程部", "项目现场", "物资部", "安全部")
TRADES = (
    Trade("阀门", "Valve", "18.01.03", "工业阀门的设计和制造", "Design and manufacture of industrial valves", WORKS),
    Trade("精密机械", "Precision Machinery", "17.10.02", "机械零部件的加工", "Machining of mechanical parts", WORKS),
    Trade("紧固件", "Fasteners", "17.12.04", "紧固件的制造", "Manufacture of fasteners", WORKS),
    Trade("塑料包装", "Plastic Packaging", "14.02.02", "塑料包装材料的生产", "Production of plastic packaging", WORKS),
    Trade("线缆", "Wire and Cable", "19.04.00", "电线电缆的制造", "Manufacture of wires and cables", WORKS),
    Trade("电气", "Electric", "19.03.00", "低压成套开关设备的制造", "Manufacture of low-voltage switchgear", WORKS),
    Trade("汽车部件", "Auto Parts", "22.03.00", "汽车底盘零件的制造", "Manufacture of chassis parts for vehicles", WORKS),
    Trade("建设工程", "Construction", "28.02.01", "房屋建筑工程施工", "Construction of buildings", SITES, "high"),
    Trade("机电安装", "Installation", "28.03.01", "建筑机电安装工程施工", "Electrical installation in buildings", SITES),
    Trade("软件", "Software", "33.02.02", "应用软件的开发和运维服务", "Development and support of software", OFFICE, "low"),
    Trade("纸制品", "Paper Products", "07.02.01", "瓦楞纸箱的生产", "Production of corrugated boxes", WORKS),
    Trade("食品", "Foods", "03.03.03", "果蔬制品的加工", "Processing of fruit and vegetables", WORKS),
    Trade("印务", "Printing", "09.01.02", "包装装潢印刷品的印刷", "Printing of packaging", WORKS),
    Trade("环境服务", "Environmental Services", "39.01.03", "道路清扫保洁服务", "Street cleaning services", SITES),
    Trade("工程咨询", "Engineering Consulting", "34.03.00", "工程咨询服务", "Engineering consulting", OFFICE, "low"),
)  # fmt: skip
SHIPYARD = Trade("船舶", "Shipbuilding", "20.01.01", "钢质船舶的建造", "Building of steel ships", WORKS)
"""Outside the body's accredited scope."""


@dataclass(frozen=True)
class Organisation:
    """An applicant, and perhaps a client one day."""

    uscc: str
    name_zh: str
    name_en: str
    address_zh: str
    address_en: str
    contact: str
    trade: Trade
    people: int


def invent(number: int, *, trade: Trade | None = None) -> Organisation:
    """The organisation of this number: always the same, and another for every number below 3500."""
    brands = ["".join(pair) for pair in product(FIRST, SECOND)]
    brand, place = brands[number * 7 % len(brands)] + THIRD[number // 700], PLACES[number % len(PLACES)]
    trade = trade or TRADES[number * 4 % len(TRADES)]
    street = number * 13 % 180 + 1
    uscc = complete_social_credit_code(f"91{NO_REGION}{complete_organisation_code(f'MA{number:06d}')}")
    return Organisation(
        uscc=uscc,
        name_zh=f"{place}{brand}{trade.zh}有限公司",
        name_en=f"{spell(place)} {spell(brand)} {trade.en} Co., Ltd.",
        address_zh=f"{place}市工业园区创新路{street}号",
        address_en=f"{street} Chuangxin Road, Industrial Park, {spell(place)}",
        contact=PEOPLE[number % len(PEOPLE)],
        trade=trade,
        people=(14, 38, 62, 95, 130, 210)[number * 5 % 6] + number % 9,
    )


def spell(zh: str) -> str:
    """ "砚泽" -> "Yanze"."""
    return "".join(lazy_pinyin(zh)).capitalize()
