"""机构、法规与标准、受控文件、方案与资质."""

from django.urls import path

from . import accreditation_marks, body, documents, former, laws, schemes, system

urlpatterns = [
    path("", body.library, name="library"),
    path("describe/", body.describe, name="describe-body"),
    path("scope/", body.scope, name="scope"),
    path("scope/register/", body.scope_register, name="scope-register"),
    path("holidays/", body.holidays, name="holidays"),
    path("holidays/new/", body.holiday, name="enter-holiday"),
    *former.FORMER.urls(),
    *accreditation_marks.MARKS.urls(),
    path(
        "accreditation-marks/<str:number>/image/", accreditation_marks.image, name="accreditation-mark-image"
    ),
    path("laws/evaluate/", laws.evaluate, name="evaluate-laws"),
    *laws.LAWS.urls(),
    *laws.NORMS.urls(),
    path("system/", system.system, name="standard-system"),
    *documents.urlpatterns,
    *schemes.SCHEMES.urls(),
    *schemes.QUALIFICATIONS.urls(),
    *schemes.PETITIONS.urls(),
]
