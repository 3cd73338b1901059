-- only-one-source: what one origin alone says, in a story that others report, too
-- params:    :story  the number of a story; all where it is not given
-- columns:   story, what, source, value, text, said_by
--
-- Ten prints of one wire story are one origin.

SELECT story_title AS story, what, source, value, text, said_by
FROM only_one_source
WHERE :story IS NULL OR story = CAST(:story AS INTEGER)
ORDER BY story_title, story, what, source, value, text;
