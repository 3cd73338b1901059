-- who-with-whom: people and organizations named in one sentence
-- params:    :name  one of the two, or a part of the name; all where it is not given
-- columns:   name, other, sentences, origins, sources
--
-- Copies of an article are left out.

WITH named AS MATERIALIZED (
  SELECT DISTINCT e.name, m.document,
         (SELECT x.id FROM sentence x
          WHERE x.document = m.document AND x.start <= m.start
          ORDER BY x.start DESC LIMIT 1) AS sentence
  FROM mention m
  CROSS JOIN entity e ON e.id = m.entity
  LEFT JOIN link l ON l.document = m.document
  WHERE e.kind IN ('person', 'organization') AND coalesce(l.origin, m.document) = m.document
)
SELECT a.name, b.name AS other, count(*) AS sentences, count(DISTINCT d.id) AS origins,
       count(DISTINCT d.source) AS sources
FROM named a
JOIN named b ON b.sentence = a.sentence AND a.name < b.name
JOIN document d ON d.id = a.document
WHERE :name IS NULL OR a.name LIKE '%' || :name || '%' OR b.name LIKE '%' || :name || '%'
GROUP BY a.name, b.name
ORDER BY origins DESC, sentences DESC, a.name, b.name;
