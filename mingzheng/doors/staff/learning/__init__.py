"""培训研讨与良好案例."""

from . import courses, good_cases

urlpatterns = [*courses.COURSES.urls(), *good_cases.CASES.urls()]
