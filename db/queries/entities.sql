-- entities: who and what is named across articles, with the other words for it, best known first
-- params:    :name, :kind  the name, an alias or a part of one; person, place, ...; all where not given
-- columns:   kind, name, aliases, origins, sources, documents, mentions, which
--
-- `which` tells those of one name apart: the article that names this one first.

SELECT e.kind, e.name, e.aliases, e.origins, e.sources, e.documents, e.mentions,
       coalesce(d.name, d.title) AS which
FROM entities e
LEFT JOIN document d ON d.id = e.bearer
WHERE (:name IS NULL OR e.name LIKE '%' || :name || '%' OR e.aliases LIKE '%' || :name || '%')
  AND (:kind IS NULL OR e.kind = :kind)
ORDER BY e.origins DESC, e.mentions DESC, e.kind, e.name, which;
