-- figures-of: sums, counts and percentages in the sentences that name somebody or something
-- params:    :name  the name or a part of it, in any case
-- columns:   name, kind, value, per, role, sentence, source, published
--
-- Copies of an article are left out.

SELECT DISTINCT e.name, f.kind, f.value, f.per, f.role,
       substr(d.text, n.start + 1, n.end - n.start) AS sentence, s.name AS source, d.published
FROM entity e
CROSS JOIN mention m ON m.entity = e.id
JOIN sentence n ON n.id = (SELECT x.id FROM sentence x
                           WHERE x.document = m.document AND x.start <= m.start
                           ORDER BY x.start DESC LIMIT 1)
JOIN mention f ON f.document = m.document AND f.start >= n.start AND f.end <= n.end
              AND f.kind IN ('money', 'percent', 'number', 'quantity')
JOIN document d ON d.id = m.document
LEFT JOIN source s ON s.id = d.source
LEFT JOIN link l ON l.document = d.id
WHERE e.name LIKE '%' || :name || '%' AND coalesce(l.origin, d.id) = d.id
ORDER BY e.name, d.published, s.name, sentence, f.kind, f.value;
