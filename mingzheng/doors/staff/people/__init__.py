"""Persons on the staff's screens: who works here, on what terms, what each may audit, and what comes next for him."""

from .urls import urlpatterns

__all__ = ["urlpatterns"]
