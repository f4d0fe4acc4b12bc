"""The tables of a year in SQL, as someone would write it by hand for PostgreSQL: one pass over each table wherever it can be.

A statement answers rows: the first column is the part (a scheme, a kind, a month), each other the figure it is called after.
"""

HELD = "split_part(facts->>'certification', '/', 2)"
LIFE = f"""
SELECT {HELD} AS part,
  count(*) FILTER (WHERE kind = 'certificate.issued' AND now) AS initial,
  count(*) FILTER (WHERE kind = 'certificate.surveillance-recorded' AND now) AS surveillance,
  count(*) FILTER (WHERE kind = 'certificate.suspended' AND now) AS suspended,
  count(*) FILTER (WHERE (kind IN ('certificate.withdrawn', 'certificate.transferred') OR becomes = 'replaced') AND now)
    AS withdrawn,
  count(*) FILTER (WHERE kind = 'certificate.cancelled' AND now) AS cancelled,
  sum(step) AS valid, coalesce(sum(step) FILTER (WHERE NOT now), 0) AS opening,
  count(*) FILTER (WHERE now AND kind = 'certificate.restored') AS restored,
  count(*) FILTER (WHERE now AND becomes = 'replaced' AND was <> 'suspended') AS replaced,
  count(*) FILTER (WHERE now AND kind = 'certificate.expired' AND was <> 'suspended') AS expired
FROM (SELECT facts, kind, facts->>'previous_becomes' AS becomes, "on" >= %(first)s AS now,
        coalesce(facts->>'was', facts->>'previous_was', 'in_force') AS was,
        CASE WHEN kind IN ('certificate.issued', 'certificate.taken-over', 'certificate.restored') THEN 1
             WHEN kind = 'certificate.carried-in' THEN CASE WHEN facts->>'status' = 'in_force' THEN 1 ELSE 0 END
             WHEN kind IN ('certificate.renewed', 'certificate.reissued')
             THEN CASE WHEN facts->>'status' = 'suspended' THEN 0 ELSE 1 END
               - CASE WHEN facts->>'previous_becomes' = 'replaced' AND facts->>'previous_was' <> 'suspended'
                      THEN 1 ELSE 0 END
             WHEN kind = 'certificate.suspended' THEN -1
             WHEN kind IN ('certificate.withdrawn', 'certificate.cancelled', 'certificate.expired', 'certificate.transferred')
             THEN CASE WHEN facts->>'was' = 'suspended' THEN 0 ELSE -1 END
             ELSE 0 END AS step
      FROM record_event WHERE kind LIKE 'certificate.%%' AND "on" <= %(last)s) told
GROUP BY 1
"""
MONTHS = """
SELECT extract(month FROM begun_on)::int, count(*) AS visits
FROM programmes_visit WHERE begun_on BETWEEN %(first)s AND %(last)s GROUP BY 1
"""
WORKING = "first_day <= %(last)s AND (last_day IS NULL OR last_day >= %(last)s)"
AUDITORS = f"""
SELECT standard, count(*) FILTER (WHERE grade <> 'trainee' AND full_time) AS full_time,
  count(*) FILTER (WHERE grade <> 'trainee' AND NOT full_time) AS part_time,
  count(*) FILTER (WHERE grade <> 'trainee') AS total, count(*) FILTER (WHERE grade = 'trainee') AS trainee
FROM registration_registration JOIN people_employment USING (person_id)
WHERE valid_from <= %(last)s AND valid_until >= %(last)s AND {WORKING} GROUP BY 1
"""
IN_YEAR = "BETWEEN %(first)s AND %(last)s"
ALIVE = """
certificates_certificate c JOIN programmes_certification p ON p.id = certification_id
  LEFT JOIN LATERAL (
    SELECT kind FROM record_event e WHERE subject = 'certificate:' || c.number AND e."on" <= %(last)s
      AND (kind IN ('certificate.suspended', 'certificate.restored') OR facts->>'status' = 'suspended')
    ORDER BY e."on" DESC, sequence DESC LIMIT 1) last ON true
WHERE issued_on <= %(last)s AND (c.ended_on IS NULL OR c.ended_on > %(last)s)
"""
FIGURES = (
    f"""SELECT {HELD},
  count(*) FILTER (WHERE kind = 'certificate.issued') AS "initial-certificates",
  count(*) FILTER (WHERE kind = 'certificate.taken-over') AS "taken-over-certificates",
  count(*) FILTER (WHERE kind = 'certificate.surveillance-recorded') AS "surveilled-certificates",
  count(*) FILTER (WHERE kind = 'certificate.suspended') AS suspensions,
  count(*) FILTER (WHERE kind IN ('certificate.withdrawn', 'certificate.transferred') OR becomes = 'replaced')
    AS "withdrawn-for-the-regulator",
  count(*) FILTER (WHERE kind = 'certificate.withdrawn') AS "withdrawn-certificates",
  count(*) FILTER (WHERE kind = 'certificate.transferred' OR becomes = 'replaced') AS "replaced-certificates",
  count(*) FILTER (WHERE kind = 'certificate.restored' OR (kind = 'certificate.renewed' AND becomes = 'expired'))
    AS "restored-certificates",
  count(*) FILTER (WHERE kind = 'certificate.expired') AS "expired-certificates",
  count(*) FILTER (WHERE kind = 'certificate.renewed' AND becomes = 'replaced') AS "renewed-certificates"
FROM (SELECT kind, facts, facts->>'previous_becomes' AS becomes FROM record_event
      WHERE kind LIKE 'certificate.%%' AND "on" {IN_YEAR}) told GROUP BY 1""",
    f"""SELECT standard, count(*) FILTER (WHERE kind IS NULL OR kind = 'certificate.restored') AS "valid-certificates",
  count(*) FILTER (WHERE kind <> 'certificate.restored') AS "suspended-at-end" FROM {ALIVE} GROUP BY 1""",
    f"""SELECT '', count(DISTINCT client_id) AS "certified-clients"
FROM {ALIVE} AND (kind IS NULL OR kind = 'certificate.restored')""",
    f"""SELECT '', count(*) FILTER (WHERE submitted_on {IN_YEAR}) AS applications,
  count(*) FILTER (WHERE status = 'accepted' AND concluded_on {IN_YEAR}) AS "applications-accepted"
FROM contracts_application""",
    f"""SELECT '', count(*) AS "contracts-signed" FROM contracts_contract WHERE signed_on {IN_YEAR}""",
    f"""SELECT kind, count(*) AS visits,
  count(*) FILTER (WHERE (SELECT count(*) FROM programmes_visitpart WHERE visit_id = v.id) > 1) AS "combined-visits"
FROM programmes_visit v WHERE begun_on {IN_YEAR} GROUP BY 1""",
    f"""SELECT standard, sum(days) AS "visit-days" FROM programmes_visitpart p JOIN programmes_visit v ON v.id = visit_id
JOIN programmes_certification c ON c.id = p.certification_id WHERE begun_on {IN_YEAR} GROUP BY 1""",
    f"""SELECT act, count(*) AS decisions FROM decisions_decision WHERE NOT carried AND decided_on {IN_YEAR} GROUP BY 1""",
    f"""SELECT standard, count(*) AS reviews FROM decisions_review WHERE reviewed_on {IN_YEAR} GROUP BY 1""",
    f"""SELECT c.kind, sum(c.amount) AS "income-invoiced" FROM fees_charge c JOIN fees_invoice i ON i.id = invoice_id
WHERE issued_on {IN_YEAR} GROUP BY 1""",
    f"""SELECT scheme, sum(c.amount) AS "certification-income" FROM fees_charge c JOIN fees_invoice i ON i.id = invoice_id
WHERE c.kind = 'certification' AND issued_on {IN_YEAR} GROUP BY 1""",
    f"""SELECT i.kind, sum(p.amount) AS "income-received" FROM fees_payment p JOIN fees_invoice i ON i.id = invoice_id
WHERE received_on {IN_YEAR} GROUP BY 1""",
    f"""SELECT '', sum(people) AS "people-trained", sum(certificates) AS "training-certificates"
FROM fees_serviceorder o JOIN prices_service s ON s.id = service_id WHERE s.kind = 'training' AND held_on {IN_YEAR}""",
    f"""SELECT kind, count(*) AS "surveys-sent" FROM voices_survey JOIN programmes_visit v ON v.id = visit_id
WHERE sent_on {IN_YEAR} GROUP BY 1""",
    f"""SELECT '', count(*) AS "call-backs", count(*) FILTER (WHERE unexpected = '[]') AS "call-backs-good"
FROM voices_callback WHERE outcome = 'completed' AND called_on {IN_YEAR}""",
    f"""SELECT '', count(*) AS "papers-filed" FROM files_paper WHERE filed_on {IN_YEAR}""",
    f"""SELECT standard, count(*) FILTER (WHERE grade <> 'trainee') AS auditors,
  count(*) FILTER (WHERE grade = 'trainee') AS trainees FROM registration_registration
WHERE valid_from <= %(last)s AND valid_until >= %(last)s
  AND person_id IN (SELECT person_id FROM people_employment WHERE {WORKING}) GROUP BY 1""",
    f"""SELECT standard, count(*) AS "registrations-begun" FROM registration_registration
WHERE valid_from {IN_YEAR} GROUP BY 1""",
    f"""SELECT standard, count(*) AS "registrations-confirmed" FROM registration_confirmation c
JOIN registration_registration r ON r.id = registration_id WHERE confirmed_on {IN_YEAR} GROUP BY 1""",
    f"""SELECT department, count(*) AS people FROM people_person
WHERE id IN (SELECT person_id FROM people_employment WHERE {WORKING}) GROUP BY 1""",
    """SELECT kind, count(*) AS laws FROM library_law WHERE entered_on <= %(last)s AND in_force_from <= %(last)s
  AND (repealed_on IS NULL OR repealed_on > %(last)s) GROUP BY 1""",
    """SELECT level, count(*) AS standards FROM library_norm WHERE entered_on <= %(last)s AND in_force_from <= %(last)s
  AND (withdrawn_on IS NULL OR withdrawn_on > %(last)s) AND level IN ('national', 'industry', 'local') GROUP BY 1""",
    """SELECT branch, count(*) AS "own-standards" FROM documents_document d WHERE kind = 'standard' AND EXISTS (
  SELECT 1 FROM documents_version WHERE document_id = d.id AND approved_on IS NOT NULL AND in_force_from <= %(last)s
    AND (ended_on IS NULL OR ended_on > %(last)s)) GROUP BY 1""",
    f"""SELECT result, count(*) AS "inspections-on-site",
  count(*) FILTER (WHERE result = 'conforming') AS "inspections-on-site-good"
FROM quality_inspection WHERE kind = 'on_site' AND inspected_on {IN_YEAR} GROUP BY 1""",
    f"""SELECT result, count(*) AS "files-checked", count(*) FILTER (WHERE result = 'conforming') AS "files-checked-good"
FROM quality_inspection_visits JOIN quality_inspection i ON i.id = inspection_id
WHERE kind = 'file_check' AND inspected_on {IN_YEAR} GROUP BY 1""",
)  # fmt: skip
