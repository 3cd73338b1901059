-- figure-history: how a figure moved: what each article put it at, in the order in which they appeared
-- params:    :story  the number of a story; all where it is not given
-- columns:   story, what, published, source, value, before, text
--
-- Only what was put at several values, and of it only where a value is told for the first time.
-- `before` is the value told before it; empty for the first.  Copies of an article are left out.

WITH told AS (
  SELECT slot, story_title, what, published, source, value, text,
         row_number() OVER (PARTITION BY slot, value ORDER BY published, source, text) AS times,
         dense_rank() OVER (PARTITION BY slot ORDER BY value) +
           dense_rank() OVER (PARTITION BY slot ORDER BY value DESC) - 1 AS several
  FROM claims
  WHERE slot IS NOT NULL AND value IS NOT NULL AND document = origin
    AND (:story IS NULL OR story = CAST(:story AS INTEGER)))
SELECT story_title AS story, what, published, source, value,
       coalesce(lag(value) OVER (PARTITION BY slot ORDER BY published, source, text), '') AS before,
       text
FROM told
WHERE times = 1 AND several > 1
ORDER BY story_title, what, slot, published, source, text;
