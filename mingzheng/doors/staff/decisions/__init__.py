"""评定与认证决定 on the staff's screens."""

from .urls import urlpatterns

__all__ = ["urlpatterns"]
