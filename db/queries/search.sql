-- search: sentences with all of the words, the best first
-- params:    :words  FTS5: "ferry fire", "ferry OR boat", "reg*"
-- columns:   sentence, source, published, title, name

SELECT substr(d.text, n.start + 1, n.end - n.start) AS sentence, s.name AS source, d.published,
       d.title, d.name
FROM sentences_fts f
JOIN sentence n ON n.id = f.rowid
JOIN document d ON d.id = n.document
LEFT JOIN source s ON s.id = d.source
WHERE sentences_fts MATCH :words
ORDER BY round(f.rank, 6), d.published, s.name, d.key, n.start;
