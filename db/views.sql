-- What a journalist types against: one row a fact, with the words, the outlet and the day beside it.
--
--     sqlite3 facts.db "SELECT source_a, value_a, source_b, value_b, reason FROM conflicts"
--
-- Copies do not count: where something is counted, ten reprints of one wire story are one origin.
-- All of them answer before LINK has run; story, slot and the differences are empty then.

-- Articles.  `origin` is the document that speaks for all copies of an article; `copy` is 1 where
-- that is another.
CREATE VIEW documents AS
SELECT d.id AS document, s.name AS source, d.published, d.title, d.author,
       l.story, t.title AS story_title,
       coalesce(l.origin, d.id) AS origin, coalesce(l.origin, d.id) <> d.id AS copy,
       d.published_from, d.modified, d.language, d.section, d.agency, d.tags, d.url, d.name, d.characters, lower(hex(d.key)) AS key
FROM document d
LEFT JOIN source s ON s.id = d.source
LEFT JOIN link l ON l.document = d.id
LEFT JOIN story t ON t.id = l.story;

-- Events: the documents on each.  names are those in most of its documents; apart says why it is
-- not one with others that it hung together with, note why not all of it is compared.
CREATE VIEW stories AS
SELECT t.id AS story, t.title, min(substr(d.published, 1, 10)) AS first_published,
       max(substr(d.published, 1, 10)) AS last_published, count(*) AS documents,
       count(DISTINCT l.origin) AS origins, count(DISTINCT d.source) AS sources,
       (SELECT group_concat(name, ', ') FROM
         (SELECT e.name FROM link k JOIN mention m ON m.document = k.document
          JOIN entity e ON e.id = m.entity
          WHERE k.story = t.id GROUP BY e.name
          ORDER BY count(DISTINCT k.origin) DESC, count(*) DESC, e.name LIMIT 4)) AS names,
       (SELECT count(*) FROM difference f JOIN slot o ON o.id = f.slot
        WHERE o.story = t.id AND f.relation = 'conflict') AS conflicts,
       (SELECT count(*) FROM difference f JOIN slot o ON o.id = f.slot
        WHERE o.story = t.id AND f.relation = 'agree') AS agreements,
       t.apart, t.note, lower(hex(t.key)) AS key
FROM story t
JOIN link l ON l.story = t.id
JOIN document d ON d.id = l.document
GROUP BY t.id;

-- The documents of each story, and what each has in common with the one of them it is tied to most.
CREATE VIEW story_documents AS
SELECT l.story, t.title AS story_title, d.id AS document, s.name AS source, d.published, d.title,
       nullif(l.origin, d.id) AS copy_of, l.tie, l.tied_to, d.name, lower(hex(d.key)) AS key
FROM link l
JOIN story t ON t.id = l.story
JOIN document d ON d.id = l.document
LEFT JOIN source s ON s.id = d.source;

-- Sentences with their words.  `rowid` is that of the full-text index:
--     SELECT source, text FROM sentences WHERE rowid IN (SELECT rowid FROM sentences_fts('ferry'))
CREATE VIEW sentences AS
SELECT n.id AS rowid, n.document, s.name AS source, d.published,
       iif(p.sentence IS NULL, n.role, 'boilerplate') AS role, n.paragraph,
       substr(d.text, n.start + 1, n.end - n.start) AS text, n.start, n.end
FROM sentence n
JOIN document d ON d.id = n.document
LEFT JOIN source s ON s.id = d.source
LEFT JOIN boilerplate p ON p.sentence = n.id;

-- The words of the view above, not kept a second time.  content="..." is what Datasette looks for.
CREATE VIRTUAL TABLE sentences_fts USING fts5(
  text, content="sentences", tokenize="unicode61 remove_diacritics 2");

-- Words are gathered in memory up to this size before they are written and, some day, merged.
-- Of 1, 2, 4 and 8 MB, 4 filled the index fastest: a quarter faster than 1, the default.
INSERT INTO sentences_fts(sentences_fts, rank) VALUES ('hashsize', 4194304);

-- Mentions of every kind, with the sentence each stands in.
CREATE VIEW mentions AS
SELECT m.kind, coalesce(e.name, m.value, m.text) AS value, m.text,
       (SELECT substr(d.text, n.start + 1, n.end - n.start) FROM sentence n
        WHERE n.document = m.document AND n.start <= m.start
        ORDER BY n.start DESC LIMIT 1) AS sentence,
       s.name AS source, d.published, r.name AS rule, m.document, m.ord, m.start, m.end
FROM mention m
JOIN document d ON d.id = m.document
LEFT JOIN source s ON s.id = d.source
LEFT JOIN entity e ON e.id = m.entity
LEFT JOIN rule r ON r.id = m.rule;

-- Sums, percentages, counts and quantities.  low and high are exact decimals; low_number and
-- high_number are for computing and sorting, and NULL where the interval is open.
CREATE VIEW figures AS
SELECT m.kind, m.value, m.low, m.high, m.low + 0.0 AS low_number, m.high + 0.0 AS high_number,
       m.relation, m.unit, m.per, m.role, m.basis, m.text,
       (SELECT substr(d.text, n.start + 1, n.end - n.start) FROM sentence n
        WHERE n.document = m.document AND n.start <= m.start
        ORDER BY n.start DESC LIMIT 1) AS sentence,
       s.name AS source, d.published, coalesce(l.origin, d.id) AS origin,
       m.document, m.ord, m.start, m.end
FROM mention m
JOIN document d ON d.id = m.document
LEFT JOIN source s ON s.id = d.source
LEFT JOIN link l ON l.document = d.id
WHERE m.kind IN ('money', 'percent', 'number', 'quantity', 'ordinal', 'age');

-- Dates and times, with the days they cover.
CREATE VIEW dates AS
SELECT m.kind, m.value, m.first, m.last, m.grain, m.bound, m.freq, m.zone, m.basis, m.text,
       (SELECT substr(d.text, n.start + 1, n.end - n.start) FROM sentence n
        WHERE n.document = m.document AND n.start <= m.start
        ORDER BY n.start DESC LIMIT 1) AS sentence,
       s.name AS source, d.published, coalesce(l.origin, d.id) AS origin,
       m.document, m.ord, m.start, m.end
FROM mention m
JOIN document d ON d.id = m.document
LEFT JOIN source s ON s.id = d.source
LEFT JOIN link l ON l.document = d.id
WHERE m.kind IN ('date', 'time', 'duration', 'set');

-- Who and what is named, by the names as the articles use them, and in how many places.
CREATE VIEW names AS
SELECT e.kind, e.name, count(*) AS mentions, count(DISTINCT m.document) AS documents,
       count(DISTINCT coalesce(l.origin, d.id)) AS origins, count(DISTINCT d.source) AS sources,
       min(d.published) AS first_published, max(d.published) AS last_published, e.id AS entity
FROM entity e
JOIN mention m ON m.entity = e.id
JOIN document d ON d.id = m.document
LEFT JOIN link l ON l.document = d.id
GROUP BY e.kind, e.name;  -- which are unique; WHERE name = ... then looks up no other

-- Names as LINK resolves them: `entity` is what the name stands for, `bearer` which of those of
-- one name, by the document that names him first.  Other mentions are not here.
CREATE VIEW named AS
SELECT m.document, m.ord, m.start, m.end, m.text, coalesce(g.whole, n.full_name, m.entity) AS entity,
       n.bearer
FROM mention m
LEFT JOIN namesake n ON n.entity = m.entity AND n.document = m.document
LEFT JOIN merged g ON g.entity = coalesce(n.full_name, m.entity)
WHERE m.entity IS NOT NULL;

-- Who and what is named across articles: names that are one counted as one, and of a name that
-- many bear each bearer apart.  aliases are the other words used for it, anywhere.
CREATE VIEW entities AS
SELECT e.kind, e.name,
       (SELECT group_concat(text, ', ') FROM
         (SELECT a.text FROM alias a WHERE a.entity = e.id AND a.text <> e.name
          UNION
          SELECT w.name FROM merged g JOIN entity w ON w.id = g.entity WHERE g.whole = e.id
          UNION
          SELECT a.text FROM merged g JOIN alias a ON a.entity = g.entity
          WHERE g.whole = e.id AND a.text <> e.name
          ORDER BY 1)) AS aliases,
       count(*) AS mentions, count(DISTINCT m.document) AS documents,
       count(DISTINCT coalesce(l.origin, d.id)) AS origins, count(DISTINCT d.source) AS sources,
       min(d.published) AS first_published, max(d.published) AS last_published,
       m.bearer, e.id AS entity
FROM named m
JOIN entity e ON e.id = m.entity
JOIN document d ON d.id = m.document
LEFT JOIN link l ON l.document = d.id
GROUP BY e.id, m.bearer;

-- Who says what.  said_by is the resolved name where there is one, else the words.
CREATE VIEW quotes AS
SELECT coalesce(
         (SELECT group_concat(name, ' + ') FROM
           (SELECT n.name FROM attribution_source n
            WHERE n.document = a.document AND n.attribution = a.ord ORDER BY n.ord)),
         (SELECT group_concat(words, ' ') FROM
           (SELECT substr(d.text, p.start + 1, p.end - p.start) AS words FROM attribution_span p
            WHERE p.document = a.document AND p.attribution = a.ord AND p.part = 'source'
            ORDER BY p.ord))) AS said_by,
       (SELECT group_concat(words, ' ') FROM
         (SELECT substr(d.text, p.start + 1, p.end - p.start) AS words FROM attribution_span p
          WHERE p.document = a.document AND p.attribution = a.ord AND p.part = 'cue'
          ORDER BY p.ord)) AS cue,
       (SELECT group_concat(words, ' ... ') FROM
         (SELECT substr(d.text, p.start + 1, p.end - p.start) AS words FROM attribution_span p
          WHERE p.document = a.document AND p.attribution = a.ord AND p.part = 'content'
          ORDER BY p.ord)) AS text,
       a.kind, a.via, s.name AS source, d.published, coalesce(l.origin, d.id) AS origin,
       r.name AS rule, a.document, a.ord,
       (SELECT min(p.start) FROM attribution_span p
        WHERE p.document = a.document AND p.attribution = a.ord AND p.part = 'content') AS start,
       (SELECT max(p.end) FROM attribution_span p
        WHERE p.document = a.document AND p.attribution = a.ord AND p.part = 'content') AS end
FROM attribution a
JOIN document d ON d.id = a.document
LEFT JOIN source s ON s.id = d.source
LEFT JOIN link l ON l.document = d.id
LEFT JOIN rule r ON r.id = a.rule;

-- What each document states, one row a claim.  said_by is NULL in the article's own voice.
CREATE VIEW claims AS
SELECT c.id AS claim, l.story, t.title AS story_title, x.slot, coalesce(o.what, c.what) AS what,
       c.subject, m.value, m.low, m.high, m.unit, m.first, m.last,
       substr(d.text, c.start + 1, c.end - c.start) AS text, c.modality, c.polarity,
       coalesce(
         (SELECT group_concat(name, ' + ') FROM
           (SELECT n.name FROM attribution_source n
            WHERE n.document = c.document AND n.attribution = c.attribution ORDER BY n.ord)),
         (SELECT group_concat(words, ' ') FROM
           (SELECT substr(d.text, p.start + 1, p.end - p.start) AS words FROM attribution_span p
            WHERE p.document = c.document AND p.attribution = c.attribution AND p.part = 'source'
            ORDER BY p.ord))) AS said_by,
       a.kind AS quotation, a.via, s.name AS source, d.published,
       coalesce(l.origin, d.id) AS origin, r.name AS rule, c.document, c.start, c.end,
       lower(hex(c.key)) AS key
FROM claim c
JOIN document d ON d.id = c.document
LEFT JOIN source s ON s.id = d.source
LEFT JOIN mention m ON m.document = c.document AND m.ord = c.value
LEFT JOIN attribution a ON a.document = c.document AND a.ord = c.attribution
LEFT JOIN rule r ON r.id = c.rule
LEFT JOIN link l ON l.document = d.id
LEFT JOIN story t ON t.id = l.story
LEFT JOIN slot_claim x ON x.claim = c.id
LEFT JOIN slot o ON o.id = x.slot;

-- A claim where it stands: the words before and after it, and as it was printed.
CREATE VIEW evidence AS
SELECT c.id AS claim, s.name AS source, d.published, d.title,
       substr(d.text, max(c.start - 80, 0) + 1, min(c.start, 80)) AS before,
       substr(d.text, c.start + 1, c.end - c.start) AS words,
       substr(d.text, c.end + 1, 80) AS after,
       coalesce(substr(d.raw, c.raw_start + 1, c.raw_end - c.raw_start),
                substr(d.text, c.start + 1, c.end - c.start)) AS printed,
       m.text AS value_words, m.value, r.name AS rule, v.name AS value_rule,
       d.url, d.name, c.document, c.start, c.end, lower(hex(c.key)) AS key
FROM claim c
JOIN document d ON d.id = c.document
LEFT JOIN source s ON s.id = d.source
LEFT JOIN mention m ON m.document = c.document AND m.ord = c.value
LEFT JOIN rule r ON r.id = c.rule
LEFT JOIN rule v ON v.id = m.rule;

-- What is measured or dated in a story, and how many say so.
CREATE VIEW slots AS
SELECT o.id AS slot, o.story, t.title AS story_title, o.what, count(*) AS claims,
       count(DISTINCT c.document) AS documents, count(DISTINCT d.source) AS sources,
       count(DISTINCT coalesce(l.origin, d.id)) AS origins,
       (SELECT count(*) FROM difference f
        WHERE f.slot = o.id AND f.relation = 'conflict') AS conflicts,
       (SELECT count(*) FROM difference f
        WHERE f.slot = o.id AND f.relation = 'agree') AS agreements,
       group_concat(DISTINCT m.value) AS "values"
FROM slot o
JOIN story t ON t.id = o.story
JOIN slot_claim x ON x.slot = o.id
JOIN claim c ON c.id = x.claim
JOIN document d ON d.id = c.document
LEFT JOIN link l ON l.document = d.id
LEFT JOIN mention m ON m.document = c.document AND m.ord = c.value
GROUP BY o.story, o.id;  -- story, so that WHERE story = ... looks at no other

-- Claims of two documents side by side.
CREATE VIEW differences AS
SELECT f.relation, o.story, t.title AS story_title, o.what, f.kind, f.reason, f.score,
       sa.name AS source_a, da.published AS published_a, ma.value AS value_a,
       substr(da.text, ca.start + 1, ca.end - ca.start) AS text_a,
       sb.name AS source_b, db.published AS published_b, mb.value AS value_b,
       substr(db.text, cb.start + 1, cb.end - cb.start) AS text_b,
       f.slot, f.a AS claim_a, f.b AS claim_b, ca.document AS document_a, cb.document AS document_b
FROM difference f
JOIN slot o ON o.id = f.slot
JOIN story t ON t.id = o.story
JOIN claim ca ON ca.id = f.a
JOIN document da ON da.id = ca.document
LEFT JOIN source sa ON sa.id = da.source
LEFT JOIN mention ma ON ma.document = ca.document AND ma.ord = ca.value
JOIN claim cb ON cb.id = f.b
JOIN document db ON db.id = cb.document
LEFT JOIN source sb ON sb.id = db.source
LEFT JOIN mention mb ON mb.document = cb.document AND mb.ord = cb.value;

CREATE VIEW conflicts AS SELECT * FROM differences WHERE relation = 'conflict';
CREATE VIEW agreements AS SELECT * FROM differences WHERE relation = 'agree';

-- What one origin alone says, in a story that others report, too.  Of an article and its copies,
-- one speaks; a copy does where it says more than the origin.
CREATE VIEW only_one_source AS
SELECT c.story, c.story_title, c.what, c.source, c.published, c.value, c.text, c.said_by,
       c.modality, c.slot, c.claim, c.document
FROM claims c
WHERE c.slot IS NOT NULL
  AND (SELECT count(DISTINCT l.origin)
       FROM slot_claim x JOIN claim k ON k.id = x.claim JOIN link l ON l.document = k.document
       WHERE x.slot = c.slot) = 1
  AND (SELECT count(DISTINCT l.origin) FROM link l WHERE l.story = c.story) > 1
  AND (c.document = c.origin OR NOT EXISTS (
         SELECT 1 FROM slot_claim x JOIN claim k ON k.id = x.claim
         WHERE x.slot = c.slot AND k.document = c.origin));

-- What documents have to do with each other as prints: one is a copy of the other, and of what kind, or
-- they have words in a row in common.
CREATE VIEW kin AS
SELECT c.a, c.b, c.kind, round(c.score, 3) AS score, NULL AS words, c.reason FROM copy c
UNION ALL
SELECT p.a, p.b,
       CASE WHEN sum(p.label = 'quote') > 0 THEN 'quotes'
            WHEN sum(p.label = 'wire') > 0 THEN 'wire' ELSE 'boilerplate' END,
       NULL, sum(p.words),
       iif(count(*) = 1, 'a passage', count(*) || ' passages') || ' of ' || sum(p.words) ||
       ' words in common'
FROM passage p GROUP BY p.a, p.b;

-- The words that two documents have in a row where neither is a copy of the other.
CREATE VIEW passages AS
SELECT p.a, s.name AS source_a, p.b, t.name AS source_b, p.label, p.words,
       substr(x.text, p.a_start + 1, p.a_end - p.a_start) AS text,
       p.a_start, p.a_end, p.b_start, p.b_end
FROM passage p
JOIN document x ON x.id = p.a
JOIN document y ON y.id = p.b
LEFT JOIN source s ON s.id = x.source
LEFT JOIN source t ON t.id = y.source;

-- Figures that a copy has in the place of another.
CREATE VIEW corrections AS
SELECT c.a, s.name AS source_a, x.published AS published_a, m.text AS text_a, m.value AS value_a,
       c.b, t.name AS source_b, y.published AS published_b, n.text AS text_b, n.value AS value_b
FROM correction c
JOIN mention m ON m.document = c.a AND m.ord = c.a_ord
JOIN mention n ON n.document = c.b AND n.ord = c.b_ord
JOIN document x ON x.id = c.a
JOIN document y ON y.id = c.b
LEFT JOIN source s ON s.id = x.source
LEFT JOIN source t ON t.id = y.source;
