-- merges: which names were taken for one, which of one name were told apart, and why
-- params:    :name  one of the names, or a part of it; all where it is not given
-- columns:   kind, name, whole, document, reason
--
-- `whole` is what it goes by: another name, or, of a name that many bear, the article that names
-- this one first; where a document stands, the name is taken so in that document only.

SELECT e.kind, e.name, w.name AS whole, NULL AS document, g.reason
FROM merged g
JOIN entity e ON e.id = g.entity
JOIN entity w ON w.id = g.whole
WHERE :name IS NULL OR e.name LIKE '%' || :name || '%' OR w.name LIKE '%' || :name || '%'
UNION ALL
SELECT e.kind, e.name,
       coalesce(f.name, 'as first named in ' || coalesce(b.name, b.title)) AS whole,
       coalesce(d.name, d.title), n.reason
FROM namesake n
JOIN entity e ON e.id = n.entity
JOIN document d ON d.id = n.document
LEFT JOIN entity f ON f.id = n.full_name
LEFT JOIN document b ON b.id = n.bearer
WHERE :name IS NULL OR e.name LIKE '%' || :name || '%' OR f.name LIKE '%' || :name || '%'
ORDER BY 1, 3, 2, 4;
