"""Training, seminars and good cases of a year."""

from .meaning import Owner, Unit, over

OWNER = Owner.GENERAL

COURSES_PLANNED = over("courses-planned", OWNER, 9, 155)
COURSES_HELD = over("courses-held", OWNER, 9, 89, 155)
COURSES_UNFINISHED = over("courses-unfinished", OWNER, 155, of="courses-planned")
COURSE_HOURS = over("course-hours", OWNER, 9, 89, unit=Unit.HOURS)
SEMINARS = over("seminars", Owner.AUDIT, 91)
RESPONSIBILITY_ATTENDED = over("responsibility-attended", OWNER, 9)
GOOD_CASES = over("good-cases", Owner.AUDIT, 94)
GOOD_CASES_PUBLISHED = over("good-cases-published", Owner.AUDIT, 94)
