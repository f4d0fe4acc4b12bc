"""Clients."""

WORDS = {
    "client.known-already": (
        "信用代码 {uscc} 已建立客户档案",
        "There is already a client under the code {uscc}",
    ),
    "client.name-missing": ("请填写客户名称", "Enter the client's name"),
    "client.nothing-changed": ("没有任何改动", "Nothing would change"),
    "client.contact-cannot-be-reached": (
        "联系人须有姓名，并至少有电话或邮箱之一",
        "A contact needs a name and a telephone number or an e-mail address",
    ),
    "client.unknown-district": (
        "行政区划代码 {district} 不是现行的六位代码",
        "{district} is not a six-digit code of an administrative division",
    ),
    "client.site-without-name-or-address": (
        "场所须有名称和地址",
        "A site needs a name and an address",
    ),
    "client-tier.premium": ("优质客户", "Premium"),
    "client-tier.standard": ("一般客户", "Standard"),
    "client-tier.reason-missing": ("请写明分级依据", "Say what the tier rests on"),
    "client-tier.held-already": ("客户已是这一等级", "The client is in this tier already"),
    "client-tier.not-for-deciders": (
        "客户等级只用于服务，评定和认证决定人员不参与分级，也看不到等级",
        "Tiers are for service alone: whoever reviews or decides neither sets nor sees them",
    ),
    "matter.application": ("申请评审", "Applications"),
    "matter.case": ("投诉与申诉", "Complaints and appeals"),
    "client-size.large": ("大型（1000 人及以上）", "Large (1,000 people or more)"),
    "client-size.medium": ("中型（300–999 人）", "Medium (300 to 999)"),
    "client-size.small": ("小型（20–299 人）", "Small (20 to 299)"),
    "client-size.micro": ("微型（不足 20 人）", "Micro (under 20)"),
    "client-size.unknown": ("未登记人数", "People not entered"),
    "site-kind.permanent": ("固定场所", "Permanent site"),
    "site-kind.temporary": ("临时场所", "Temporary site"),
    "site-kind.virtual": ("虚拟场所", "Virtual site"),
    "event.client.opened": ("建立客户档案：{name_zh}", "Client opened: {name_zh}"),
    "event.client.changed": ("变更客户信息：{name_zh}", "Client's details changed: {name_zh}"),
    "event.client.contact-added": ("增加联系人", "Contact added"),
    "event.client-tier.set": (
        "客户分级设为{tier:client-tier}：{reason}",
        "The client's tier was set to {tier:client-tier}: {reason}",
    ),
    "event.client.site-entered": ("登记场所：{site}", "Site entered: {site}"),
    "event.client.site-changed": ("变更场所：{site}", "Site changed: {site}"),
}
