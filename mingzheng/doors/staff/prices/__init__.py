"""价格与服务: the floor of prices and its exceptions, services beside certification."""

from . import floors, offered

urlpatterns = [*floors.FLOORS.urls(), *floors.EXCEPTIONS.urls(), *offered.SERVICES.urls()]
