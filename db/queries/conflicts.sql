-- conflicts: where two documents on one story disagree on one thing
-- params:    :story  the number of a story; all where it is not given
-- columns:   story, what, kind, source_a, value_a, source_b, value_b, reason, text_a, text_b

SELECT story_title AS story, what, kind, source_a, value_a, source_b, value_b, reason, text_a, text_b
FROM conflicts
WHERE :story IS NULL OR story = CAST(:story AS INTEGER)
ORDER BY story_title, story, what, source_a, value_a, source_b, value_b, text_a, text_b;
