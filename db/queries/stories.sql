-- stories: the events, those with the most independent reports first, and why each is one of its own
-- params:    :since, :minimum, :words  reported on that day or later; by so many origins; in the title or the names
-- columns:   story, title, first_published, last_published, documents, origins, sources, names, conflicts, agreements, apart

SELECT story, title, first_published, last_published, documents, origins, sources, names,
       conflicts, agreements, apart
FROM stories
WHERE (:since IS NULL OR last_published >= :since)
  AND (:minimum IS NULL OR origins >= CAST(:minimum AS INTEGER))
  AND (:words IS NULL OR title LIKE '%' || :words || '%' OR names LIKE '%' || :words || '%')
ORDER BY origins DESC, documents DESC, first_published, title, key;
