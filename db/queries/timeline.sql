-- timeline: what happened when, by the dates the articles state
-- params:    :story  the number of a story; all where it is not given
-- columns:   first, last, date, sentence, source, published
--
-- Dates that could not be resolved are left out, and so are copies of an article.

SELECT DISTINCT t.first, t.last, t.text AS date, t.sentence, t.source, t.published
FROM dates t
LEFT JOIN link l ON l.document = t.document
WHERE t.kind = 'date' AND t.first IS NOT NULL AND t.document = t.origin
  AND (:story IS NULL OR l.story = CAST(:story AS INTEGER))
ORDER BY t.first, t.last, t.published, t.source, t.sentence, t.text;
