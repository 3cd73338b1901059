-- documents: the articles, by day
-- params:    :story  the number of a story; all where it is not given
-- columns:   document, source, published, title, story, copy, name

SELECT document, source, published, title, story_title AS story, copy, name
FROM documents
WHERE :story IS NULL OR story = CAST(:story AS INTEGER)
ORDER BY published, source, title, name, key;
