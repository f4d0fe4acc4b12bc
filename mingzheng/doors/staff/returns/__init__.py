"""信息上报: what is owed to the regulator, the files made from the record, and checking any of them."""

from django.urls import path

from . import checking, duties, files, yearly

urlpatterns = [
    path("check/", checking.check, name="check-return"),
    path("year/<int:number>/", yearly.workbook, name="yearly-workbook"),
    path("duties/<str:number>/rows/", files.preview, name="return-file"),
    path("duties/<str:number>/rows/excel/", files.excel, name="return-file-excel"),
    path("duties/<str:number>/send/", files.send, name="send-return"),
    *duties.DUTIES.urls(),
]
