"""培训研讨、评定问题与良好案例."""

from django.urls import path

from . import courses, good_cases, problems

urlpatterns = [
    path("problems/", problems.problems, name="review-problems"),
    *courses.COURSES.urls(),
    *good_cases.CASES.urls(),
]
