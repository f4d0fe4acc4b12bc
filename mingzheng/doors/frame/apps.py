from django.apps import AppConfig


class FrameConfig(AppConfig):
    name = "mingzheng.doors.frame"
    label = "frame"
