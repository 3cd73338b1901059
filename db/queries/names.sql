-- names: who and what is named, in the most independent articles first
-- params:    :kind  person, organization, place, product, event, group; all where it is not given
-- columns:   kind, name, origins, sources, documents, mentions

SELECT kind, name, origins, sources, documents, mentions
FROM names
WHERE :kind IS NULL OR kind = :kind
ORDER BY origins DESC, mentions DESC, kind, name;
