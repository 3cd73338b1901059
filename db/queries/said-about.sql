-- said-about: who said what about whom
-- params:    :name, :speaker  whom it is about, and who says it: a part of the name, in any case; all
--                             where it is not given
-- columns:   about, said_by, cue, text, kind, source, published
--
-- About whom the words name, that is; what somebody says of himself is not here, nor are copies.

SELECT DISTINCT e.name AS about, q.said_by, q.cue, q.text, q.kind, q.source, q.published
FROM quotes q
JOIN named n ON n.document = q.document AND q.start <= n.start AND n.end <= q.end
JOIN entity e ON e.id = n.entity
WHERE q.said_by IS NOT NULL AND q.said_by <> e.name AND q.document = q.origin
  AND (:name IS NULL OR e.name LIKE '%' || :name || '%')
  AND (:speaker IS NULL OR q.said_by LIKE '%' || :speaker || '%')
ORDER BY e.name, q.said_by, q.published, q.source, q.text;
