-- story-documents: the articles of an event in the order of time, and what ties each of them to it
-- params:    :story  the number of the story
-- columns:   document, published, source, title, ties, to_document, name
--
-- `ties` is what it has in common with the one of them it is most like; a copy is told as one.

SELECT document, published, source, title,
       CASE WHEN copy_of IS NULL THEN tie ELSE 'a copy of ' || copy_of END AS ties,
       coalesce(copy_of, tied_to) AS to_document, name
FROM story_documents
WHERE story = CAST(:story AS INTEGER)
ORDER BY published IS NULL, published, key;
