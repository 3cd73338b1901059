-- sources: the outlets, what they printed, and how often others contradict them
-- params:    none
-- columns:   source, documents, copies, claims, conflicts, agreements, first_published, last_published
--
-- A copy is a print of what another document speaks for.

WITH told AS (
  SELECT d.source, f.relation
  FROM difference f JOIN claim c ON c.id IN (f.a, f.b) JOIN document d ON d.id = c.document
)
SELECT s.name AS source, count(*) AS documents,
       count(*) FILTER (WHERE l.origin <> d.id) AS copies,
       (SELECT count(*) FROM document x JOIN claim c ON c.document = x.id
        WHERE x.source IS d.source) AS claims,
       (SELECT count(*) FROM told WHERE told.source IS d.source AND relation = 'conflict') AS conflicts,
       (SELECT count(*) FROM told WHERE told.source IS d.source AND relation = 'agree') AS agreements,
       min(d.published) AS first_published, max(d.published) AS last_published
FROM document d
LEFT JOIN source s ON s.id = d.source
LEFT JOIN link l ON l.document = d.id
GROUP BY d.source
ORDER BY documents DESC, s.name;
