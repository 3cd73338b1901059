-- copies: documents that are prints of one article
-- params:    none
-- columns:   kind, score, source_a, published_a, title_a, source_b, published_b, title_b, reason

SELECT c.kind, round(c.score, 3) AS score, sa.name AS source_a, a.published AS published_a,
       a.title AS title_a, sb.name AS source_b, b.published AS published_b, b.title AS title_b,
       c.reason
FROM copy c
JOIN document a ON a.id = c.a LEFT JOIN source sa ON sa.id = a.source
JOIN document b ON b.id = c.b LEFT JOIN source sb ON sb.id = b.source
ORDER BY a.published, sa.name, a.title, b.published, sb.name, b.title, a.key, b.key;
