-- passages: the words that articles have in a row though neither is a copy of the other
-- params:    :document  name of one of the articles; all where it is not given
-- columns:   label, words, document_a, source_a, document_b, source_b, text
--
-- A quote is somebody's words, wire what both took from one text, boilerplate what stands
-- under many articles.  Where each stands is in the view `passages`.

SELECT p.label, p.words, coalesce(a.name, a.title) AS document_a, p.source_a,
       coalesce(b.name, b.title) AS document_b, p.source_b, p.text
FROM passages p
JOIN document a ON a.id = p.a
JOIN document b ON b.id = p.b
WHERE :document IS NULL OR :document IN (a.name, b.name)
ORDER BY p.words DESC, a.key, b.key, p.a_start;
