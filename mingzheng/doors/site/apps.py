from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "mingzheng.doors.site"
    label = "site"
