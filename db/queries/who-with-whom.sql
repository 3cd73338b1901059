-- who-with-whom: people and organizations named in one sentence
-- params:    :name  one of the two, or a part of the name; all where it is not given
-- columns:   name, other, sentences, origins, sources
--
-- Copies of an article are left out.

WITH present AS MATERIALIZED (
  SELECT DISTINCT e.name, m.entity, m.bearer, m.document,
         (SELECT x.id FROM sentence x
          WHERE x.document = m.document AND x.start <= m.start
          ORDER BY x.start DESC LIMIT 1) AS sentence
  FROM named m
  CROSS JOIN entity e ON e.id = m.entity
  LEFT JOIN link l ON l.document = m.document
  WHERE e.kind IN ('person', 'organization') AND coalesce(l.origin, m.document) = m.document
)
SELECT a.name, b.name AS other, count(*) AS sentences, count(DISTINCT d.id) AS origins,
       count(DISTINCT d.source) AS sources
FROM present a
JOIN present b ON b.sentence = a.sentence AND a.name < b.name
JOIN document d ON d.id = a.document
WHERE :name IS NULL OR a.name LIKE '%' || :name || '%' OR b.name LIKE '%' || :name || '%'
GROUP BY a.entity, a.bearer, b.entity, b.bearer
ORDER BY origins DESC, sentences DESC, a.name, b.name;
