"""Income, relief, services beside certification, and where clients come from."""

from .meaning import Owner, Unit, at_end, over

OWNER = Owner.GENERAL

INCOME_INVOICED = over("income-invoiced", OWNER, 11, 21, 55, unit=Unit.CNY)
CERTIFICATION_INCOME = over("certification-income", OWNER, 55, unit=Unit.CNY)
INCOME_RECEIVED = over("income-received", OWNER, 55, unit=Unit.CNY)
RELIEF_GRANTED = over("relief-granted", Owner.MARKET, 57)
RELIEF_AMOUNT = over("relief-amount", Owner.MARKET, 57, unit=Unit.CNY)
BELOW_FLOOR = over("below-floor", Owner.MARKET, 104)
SERVICES_DELIVERED = over("services-delivered", Owner.MARKET, 117, 125)
PEOPLE_TRAINED = over("people-trained", Owner.MARKET, 117, unit=Unit.PEOPLE)
TRAINING_CERTIFICATES = over("training-certificates", Owner.MARKET, 117, unit=Unit.PAPERS)
CLIENTS_BY_SOURCE = at_end("clients-by-source", Owner.MARKET, 58)
