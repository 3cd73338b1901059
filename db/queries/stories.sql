-- stories: the events, those with the most independent reports first
-- params:    none
-- columns:   story, title, documents, origins, sources, conflicts, agreements, first_published, last_published

SELECT t.id AS story, t.title, count(*) AS documents, count(DISTINCT l.origin) AS origins,
       count(DISTINCT d.source) AS sources,
       (SELECT count(*) FROM difference f JOIN slot o ON o.id = f.slot
        WHERE o.story = t.id AND f.relation = 'conflict') AS conflicts,
       (SELECT count(*) FROM difference f JOIN slot o ON o.id = f.slot
        WHERE o.story = t.id AND f.relation = 'agree') AS agreements,
       min(d.published) AS first_published, max(d.published) AS last_published
FROM story t
JOIN link l ON l.story = t.id
JOIN document d ON d.id = l.document
GROUP BY t.id
ORDER BY origins DESC, documents DESC, t.title, t.key;
