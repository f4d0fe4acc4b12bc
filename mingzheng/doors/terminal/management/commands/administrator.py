"""`mingzheng administrator LOGIN NAME`: the first account of a new installation; every later one is opened on a page."""

import secrets
from dataclasses import dataclass
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from mingzheng.doors.today import today
from mingzheng.office.people.actions.employ_person import employ_person
from mingzheng.office.people.actions.grant_role import grant_role
from mingzheng.office.people.actions.set_password import set_password
from mingzheng.office.people.queries import holders_of
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused
from mingzheng.words import say

PASSWORD_BYTES = 12  # 96 bits: nobody guesses it, and it can be typed once


@dataclass(frozen=True)
class Installer:
    """Who sits at the machine before there is an administrator."""

    login: str = "installation"

    def holds(self, role: Role) -> bool:
        return role is Role.ADMINISTRATOR


class Command(BaseCommand):
    help = "建立第一名系统管理员 / make the first administrator"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("login")
        parser.add_argument("name")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        if there := holders_of(Role.ADMINISTRATOR):
            raise CommandError(
                f"已有系统管理员 {there[0].login}，请由其开户 / there is an administrator already: {there[0].login}"
            )
        login, password = options["login"], secrets.token_urlsafe(PASSWORD_BYTES)
        by, on = Installer(), today()
        try:
            employ_person(login, name_zh=options["name"], on=on, by=by)
            grant_role(login, Role.ADMINISTRATOR, on=on, by=by)
            set_password(login, password, on=on, by=by)
        except Refused as refused:
            raise CommandError("; ".join(_both(o.code, **o.details) for o in refused.objections)) from refused
        self.stdout.write(
            f"{login} 的初始密码，只显示一次 / first password of {login}, shown once: {password}"
        )


def _both(code: str, **details: object) -> str:
    return f"{say(code, 'zh-hans', **details)} / {say(code, 'en', **details)}"
