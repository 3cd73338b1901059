-- copies: documents that are prints of an article told before, and of which
-- params:    none
-- columns:   id, origin, kind, score, source, published, title, of, reason
--
-- `origin` is the print that speaks for all copies, `of` the one that this was laid beside: too
-- much may lie between a late print and the first.

WITH beside AS (
  SELECT l.document, c.kind, c.score, c.reason, iif(c.a = l.document, c.b, c.a) AS of,
         row_number() OVER (PARTITION BY l.document
                            ORDER BY l.origin IN (c.a, c.b) DESC, c.score DESC, c.kind) AS place
  FROM link l
  JOIN copy c ON c.a = l.document OR c.b = l.document
  WHERE l.origin <> l.document
)
SELECT coalesce(d.name, lower(hex(d.key))) AS id, coalesce(o.name, lower(hex(o.key))) AS origin,
       c.kind, round(c.score, 3) AS score, s.name AS source, d.published, d.title,
       coalesce(n.name, lower(hex(n.key))) AS of, c.reason
FROM link l
JOIN document d ON d.id = l.document
JOIN document o ON o.id = l.origin
LEFT JOIN source s ON s.id = d.source
LEFT JOIN beside c ON c.document = l.document AND c.place = 1
LEFT JOIN document n ON n.id = c.of
WHERE l.origin <> l.document
ORDER BY o.published, origin, o.key, d.published, id, d.key;
