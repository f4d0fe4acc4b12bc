"""收费: contracts and what they owe, invoices and payments, relief, services ordered, sources, income of a year."""

from django.urls import path

from . import contracts, income, invoices, orders, reliefs, sources

REGISTERS = (
    contracts.ACCOUNTS,
    invoices.INVOICES,
    invoices.PAYMENTS,
    reliefs.RELIEFS,
    orders.ORDERS,
    sources.SOURCES,
    income.RECONCILIATIONS,
)
urlpatterns = [
    path("", income.income, name="fees"),
    *(url for register in REGISTERS for url in register.urls()),
]
