-- quotes-by: what somebody is quoted as saying
-- params:    :name  the name or a part of it, in any case; all where it is not given
-- columns:   said_by, text, kind, via, source, published
--
-- Copies of an article are left out.

SELECT said_by, text, kind, via, source, published
FROM quotes
WHERE (:name IS NULL OR said_by LIKE '%' || :name || '%') AND document = origin
ORDER BY said_by, published, source, text;
