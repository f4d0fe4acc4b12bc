"""The audit on the staff's screens: what auditors use on site, on phones too."""

from .urls import urlpatterns

__all__ = ["urlpatterns"]
