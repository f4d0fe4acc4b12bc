"""Who of the staff looks after a client."""

WORDS = {
    "tie-kind.account": ("其客户经理", "Looks after it for the body"),
    "impartiality.account": (
        "{person} 是该组织的客户经理（或两年内曾是），不参加其审核、评定和决定",
        "{person} looks after this organisation for the body, or did within two years, and takes no part in its audits, reviews and decisions",
    ),
    "queue.schedule.accounts": ("客户经理已离任", "Clients whose account owner has left"),
    "account.not-here": ("{person} 已不在本机构工作", "{person} does not work here any more"),
    "account.held-already": ("{person} 已是该客户的客户经理", "{person} looks after this client already"),
    "account.on-its-team": (
        "{person} 在该客户的审核组中（{visits}），不能同时做客户经理",
        "{person} is on the client's audit team ({visits}) and cannot look after it as well",
    ),
    "account.nobody": ("该客户没有客户经理", "Nobody looks after this client"),
    "account.reason-missing": ("请写明原因", "Say why"),
    "account.declared": (
        "客户经理由市场部指定，不由本人申报或终止",
        "Marketing says who looks after a client; nobody declares or ends it himself",
    ),
    "event.client.account-given": ("客户经理：{person}", "{person} looks after the client"),
    "event.client.account-ended": (
        "{person} 不再任客户经理：{reason}",
        "{person} no longer looks after the client: {reason}",
    ),
}
