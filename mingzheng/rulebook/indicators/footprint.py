"""Energy, paper, travel, audits from afar and awareness of a year."""

from .meaning import Owner, Unit, over

OWNER = Owner.GENERAL

ELECTRICITY = over("electricity", OWNER, 97, 158, unit=Unit.KWH)
ELECTRICITY_CO2 = over("electricity-co2", OWNER, 97, 158, unit=Unit.KG_CO2)
GAS_CO2 = over("gas-co2", OWNER, 97, 158, unit=Unit.KG_CO2)
TEMPERATURES_CHECKED = over("temperatures-checked", OWNER, 97)
TEMPERATURES_CONFORMING = over("temperatures-conforming", OWNER, 97, of="temperatures-checked")
SHEETS_SINGLE = over("sheets-single", OWNER, 95, unit=Unit.SHEETS)
PAPERS_FILED = over("papers-filed", OWNER, 96)
CERTIFICATES_SEALED = over("certificates-sealed", OWNER, 96)
CERTIFICATES_WITHOUT_PAPER = over("certificates-without-paper", OWNER, 96, of="certificates-sealed")
SURVEYS_ONLINE = over("surveys-online", OWNER, 96, of="surveys-answered")
SHEETS_SAVED = over("sheets-saved", OWNER, 95, 96, unit=Unit.SHEETS)
TRAVEL = over("travel", OWNER, 98, unit=Unit.KM)
TRAVEL_PUBLIC = over("travel-public", OWNER, 98, unit=Unit.KM, of="travel")
TRAVEL_CO2 = over("travel-co2", OWNER, 98, unit=Unit.KG_CO2)
REMOTE_AUDITS = over("remote-audits", Owner.PROGRAMME, 52)
REMOTE_SAVED = over("remote-saved", Owner.PROGRAMME, 52, unit=Unit.KM)
REMOTE_SAVED_CO2 = over("remote-saved-co2", Owner.PROGRAMME, 52, unit=Unit.KG_CO2)
CLIENTS_MADE_AWARE = over("clients-made-aware", Owner.PROGRAMME, 99, 105, 135)
