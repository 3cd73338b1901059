-- All that a store says, in an order and in terms that do not depend on how it came about: row
-- numbers are replaced by the keys of what they point at.  content_hash() reads this page, a
-- statement after the other; each names the table it reads first, as everything is one stream.

SELECT 'document', d.key, d.name, s.name, d.url, d.title, d.author, d.published, d.published_from,
       d.language, d.modified, d.section, d.agency, d.tags, d.characters, d.text, d.raw, d.alignment
FROM document d LEFT JOIN source s ON s.id = d.source
ORDER BY d.key;

SELECT 'fingerprint', d.key, f.raw, f.exact, f.words, f.shingles, f.sentences
FROM document d JOIN fingerprint f ON f.document = d.id
ORDER BY d.key;

SELECT 'sentence', d.key, n.start, n.end, n.role, n.paragraph
FROM document d JOIN sentence n ON n.document = d.id
ORDER BY d.key, n.start, n.end, n.role, n.paragraph;

SELECT 'mention', d.key, m.ord, m.start, m.end, m.raw_start, m.raw_end, m.text, m.kind, r.name,
       e.kind, e.name, m.value, m.low, m.high, m.low_precision, m.high_precision, m.relation,
       m.unit, m.per, m.role, m.converts, m.first, m.last, m.grain, m.bound, m.anchor,
       m.quant, m.freq, m.zone, m.basis
FROM document d JOIN mention m ON m.document = d.id
LEFT JOIN rule r ON r.id = m.rule
LEFT JOIN entity e ON e.id = m.entity
ORDER BY d.key, m.ord;

SELECT 'attribution', d.key, a.ord, a.kind, a.via, r.name
FROM document d JOIN attribution a ON a.document = d.id
LEFT JOIN rule r ON r.id = a.rule
ORDER BY d.key, a.ord;

SELECT 'attribution_span', d.key, p.attribution, p.part, p.ord, p.start, p.end, p.raw_start, p.raw_end
FROM document d JOIN attribution_span p ON p.document = d.id
ORDER BY d.key, p.attribution, p.part, p.ord;

SELECT 'attribution_source', d.key, n.attribution, n.ord, n.name
FROM document d JOIN attribution_source n ON n.document = d.id
ORDER BY d.key, n.attribution, n.ord;

SELECT 'claim', d.key, c.ord, c.key, c.start, c.end, c.raw_start, c.raw_end, c.subject, c.what,
       c.value, c.modality, c.polarity, c.attribution, r.name
FROM document d JOIN claim c ON c.document = d.id
LEFT JOIN rule r ON r.id = c.rule
ORDER BY d.key, c.ord;

SELECT 'rejected', key, name, source, stage, reason, place
FROM rejected
ORDER BY key;

SELECT 'copy', a.key, b.key, c.kind, c.score, c.reason
FROM copy c JOIN document a ON a.id = c.a JOIN document b ON b.id = c.b
ORDER BY a.key, b.key;

SELECT 'passage', a.key, b.key, p.a_start, p.a_end, p.b_start, p.b_end, p.words, p.label
FROM passage p JOIN document a ON a.id = p.a JOIN document b ON b.id = p.b
ORDER BY a.key, b.key, p.a_start;

SELECT 'correction', a.key, c.a_ord, b.key, c.b_ord
FROM correction c JOIN document a ON a.id = c.a JOIN document b ON b.id = c.b
ORDER BY a.key, b.key, c.a_ord;

SELECT 'boilerplate', d.key, n.start
FROM boilerplate p JOIN sentence n ON n.id = p.sentence JOIN document d ON d.id = n.document
ORDER BY d.key, n.start;

SELECT 'story', key, title, documents, compared, note, apart
FROM story
ORDER BY key;

SELECT 'link', d.key, o.key, t.key, c.key, e.key, l.tie
FROM link l JOIN document d ON d.id = l.document
JOIN document o ON o.id = l.origin
LEFT JOIN story t ON t.id = l.story
LEFT JOIN document c ON c.id = l.cluster
LEFT JOIN document e ON e.id = l.tied_to
ORDER BY d.key;

SELECT 'naming', e.kind, e.name, n.key, n.mark, n.many
FROM naming n JOIN entity e ON e.id = n.entity
ORDER BY e.kind, e.name;

SELECT 'alias', e.kind, e.name, a.text
FROM alias a JOIN entity e ON e.id = a.entity
ORDER BY e.kind, e.name, a.text;

SELECT 'merged', e.kind, e.name, w.name, g.reason
FROM merged g JOIN entity e ON e.id = g.entity JOIN entity w ON w.id = g.whole
ORDER BY e.kind, e.name;

SELECT 'namesake', e.kind, e.name, d.key, f.name, b.key, n.reason
FROM namesake n JOIN entity e ON e.id = n.entity JOIN document d ON d.id = n.document
LEFT JOIN entity f ON f.id = n.full_name
LEFT JOIN document b ON b.id = n.bearer
ORDER BY e.kind, e.name, d.key;

SELECT 'ruling', kind, a, b, same, reason
FROM ruling
ORDER BY kind, a, b;

SELECT 'slot', o.key, t.key, o.what
FROM slot o JOIN story t ON t.id = o.story
ORDER BY o.key;

SELECT 'slot_claim', d.key, c.ord, o.key
FROM slot_claim x JOIN claim c ON c.id = x.claim
JOIN document d ON d.id = c.document
JOIN slot o ON o.id = x.slot
ORDER BY d.key, c.ord;

SELECT 'difference', da.key, ca.ord, db.key, cb.ord, o.key, f.relation, f.kind, f.reason, f.score
FROM difference f
JOIN claim ca ON ca.id = f.a JOIN document da ON da.id = ca.document
JOIN claim cb ON cb.id = f.b JOIN document db ON db.id = cb.document
JOIN slot o ON o.id = f.slot
ORDER BY da.key, ca.ord, db.key, cb.ord;
