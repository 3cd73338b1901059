-- who-with-whom: people and organizations named in one sentence
-- params:    :name  one of the two, or a part of the name; all where it is not given
-- columns:   name, other, sentences, origins, sources
--
-- Copies of an article are left out.

SELECT CASE WHEN a.name < b.name THEN a.name ELSE b.name END AS name,
       CASE WHEN a.name < b.name THEN b.name ELSE a.name END AS other,
       count(DISTINCT n.id) AS sentences, count(DISTINCT d.id) AS origins,
       count(DISTINCT d.source) AS sources
FROM mention m
JOIN entity a ON a.id = m.entity AND a.kind IN ('person', 'organization')
JOIN sentence n ON n.document = m.document AND n.start <= m.start AND m.end <= n.end
JOIN mention o ON o.document = m.document AND o.ord > m.ord AND o.end <= n.end
JOIN entity b ON b.id = o.entity AND b.kind IN ('person', 'organization') AND b.id <> a.id
JOIN document d ON d.id = m.document
LEFT JOIN link l ON l.document = d.id
WHERE coalesce(l.origin, d.id) = d.id
  AND (:name IS NULL OR a.name LIKE '%' || :name || '%' OR b.name LIKE '%' || :name || '%')
GROUP BY 1, 2
ORDER BY origins DESC, sentences DESC, 1, 2;
