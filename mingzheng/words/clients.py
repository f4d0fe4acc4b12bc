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
    "site-kind.permanent": ("固定场所", "Permanent site"),
    "site-kind.temporary": ("临时场所", "Temporary site"),
    "site-kind.virtual": ("虚拟场所", "Virtual site"),
    "event.client.opened": ("建立客户档案：{name_zh}", "Client opened: {name_zh}"),
    "event.client.changed": ("变更客户信息：{name_zh}", "Client's details changed: {name_zh}"),
    "event.client.contact-added": ("增加联系人", "Contact added"),
    "event.client.site-entered": ("登记场所：{site}", "Site entered: {site}"),
    "event.client.site-changed": ("变更场所：{site}", "Site changed: {site}"),
}
