"""The regulator's table counted twice more: in plain SQL over the events, and from the public log alone.

Neither shares a line with the queries of the office: a mistake in how these count would have to be made three times.
"""

import json
from io import StringIO
from typing import Any

from django.core.management import call_command
from django.db import connection

from .seed import COLUMNS, Table

HAPPENED = """
SELECT substr(facts->>'certification', 20) AS scheme,
       sum(CASE WHEN kind = 'certificate.issued' THEN 1 ELSE 0 END),
       sum(CASE WHEN kind = 'certificate.surveillance-recorded' THEN 1 ELSE 0 END),
       sum(CASE WHEN kind = 'certificate.suspended' THEN 1 ELSE 0 END),
       sum(CASE WHEN kind IN ('certificate.withdrawn', 'certificate.transferred')
                  OR facts->>'previous_becomes' = 'replaced' THEN 1 ELSE 0 END),
       sum(CASE WHEN kind = 'certificate.cancelled' THEN 1 ELSE 0 END)
FROM record_event
WHERE kind LIKE 'certificate.%%' AND "on" BETWEEN %s AND %s
GROUP BY 1
"""
IN_FORCE = """
WITH told AS (
  SELECT id, facts->>'number' AS number, facts->>'certification' AS held,
         CASE WHEN facts->>'status' IS NOT NULL THEN facts->>'status'
              WHEN kind IN ('certificate.issued', 'certificate.taken-over', 'certificate.renewed', 'certificate.reissued',
                            'certificate.restored')
              THEN 'in_force'
              WHEN kind = 'certificate.transferred' THEN 'replaced'
              WHEN kind IN ('certificate.suspended', 'certificate.withdrawn', 'certificate.cancelled', 'certificate.expired')
              THEN substr(kind, 13) END AS status
  FROM record_event WHERE kind LIKE 'certificate.%%' AND "on" <= %s
  UNION ALL
  SELECT id, facts->>'previous', facts->>'certification', facts->>'previous_becomes'
  FROM record_event WHERE kind LIKE 'certificate.%%' AND "on" <= %s AND facts->>'previous' IS NOT NULL
), latest AS (
  SELECT held, status, row_number() OVER (PARTITION BY number ORDER BY id DESC) AS place
  FROM told WHERE status IS NOT NULL AND number IS NOT NULL
)
SELECT substr(held, 20), count(*) FROM latest WHERE place = 1 AND status = 'in_force' GROUP BY 1
"""
"""`substr(…, 20)`: what follows the client's code of eighteen places and a stroke."""


def counted_in_sql(year: int) -> Table:
    """From the events of the record."""
    first, last = f"{year}-01-01", f"{year}-12-31"
    with connection.cursor() as cursor:
        cursor.execute(HAPPENED, [first, last])
        happened = {scheme: counts for scheme, *counts in cursor.fetchall()}
        cursor.execute(IN_FORCE, [last, last])
        valid = dict(cursor.fetchall())
    return {
        scheme: dict(zip(COLUMNS, (valid.get(scheme, 0), *happened.get(scheme, [0] * 5)), strict=True))
        for scheme in {**valid, **happened}
        if scheme
    }


def counted_from_the_log(year: int) -> Table:
    """From what the body has published, every line of it hashed anew."""
    said = StringIO()
    call_command("log", "table", str(year), "--json", stdout=said)
    return {row["scheme"]: _columns(row) for row in json.loads(said.getvalue())["rows"]}


def _columns(row: dict[str, Any]) -> dict[str, int]:
    """A certificate that replaces another is issued too: those for the first time are the others."""
    first, withdrawn = row["issued"] - row["replaced"], row["withdrawn"] + row["replaced"]
    counts = (row["valid"], first, row["surveillance"], row["suspended"], withdrawn, row["cancelled"])
    return dict(zip(COLUMNS, counts, strict=True))
