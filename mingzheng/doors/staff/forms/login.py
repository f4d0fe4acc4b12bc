"""What the log-in pages ask for, in the words of the house."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.webauthn import forms as webauthn

from mingzheng.doors.frame.two import t

KEY_NAME = t("名称", "Name")


class LoginForm(account.LoginForm):
    """A label says what a field is, so nothing stands in it."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = t("登录名", "Login")
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class AddKeyForm(webauthn.AddWebAuthnForm):
    """A passkey of this device, or a security key."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = KEY_NAME
        self.fields["passwordless"].label = t("可代替密码登录", "Logs in without a password")
        self.fields["passwordless"].help_text = t(
            "需要本机能核对指纹、面容或 PIN。",
            "The device must be able to check a fingerprint, a face or a PIN.",
        )


class EditKeyForm(webauthn.EditWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = KEY_NAME
