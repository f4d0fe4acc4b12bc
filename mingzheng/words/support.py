"""Support given to clients in hard times."""

WORDS = {
    "support-kind.fee_relief": ("费用减免", "Fees let off"),
    "support-kind.postponement": ("延期监督", "Surveillance put off"),
    "support-kind.remote_audit": ("远程审核", "Audit from afar"),
    "support-kind.transfer": ("转换换证", "Certificate taken over"),
    "support-kind.training": ("免费培训", "Free training"),
    "support-kind.expedited": ("优先办理", "Served first"),
    "support-kind.other": ("其他帮扶", "Other support"),
    # refusals
    "support.occasion-missing": (
        "请写明帮扶缘由，如“复工复产”",
        "Say on what occasion, such as going back to work",
    ),
    "support.what-missing": ("请写明帮扶内容", "Say what was done"),
    "support.day-missing": ("请填写帮扶日期", "Say on which day it was done"),
    "support.in-future": ("帮扶日期不能晚于今天", "The day is not over yet"),
    "support.not-done": (
        "记录中没有为该客户做过这件事：请填写已批准的减免、延期或转换的证书、远程审核的编号",
        "The record knows nothing of the kind done for this client: enter the number of relief granted, of the certificate put off or taken over, or of the audit from afar",
    ),
    "support.no-proof-taken": (
        "这一类没有对应的记录编号，请把凭据归入本条",
        "This kind has no number in the record; file its evidence with the entry",
    ),
    "support.tagged-already": ("这件事已登记为帮扶", "This is tagged as support already"),
    "support.reason-missing": ("请写明撤销原因", "Say why it is taken back"),
    "support.taken-back": ("已撤销", "It is taken back already"),
    # events
    "event.support.tagged": (
        "{occasion}：为{client}{kind:support-kind}（{what}）",
        "{occasion}: {kind:support-kind} for {client} ({what})",
    ),
    "event.support.taken-back": ("撤销帮扶登记：{reason}", "Taken back: {reason}"),
}
