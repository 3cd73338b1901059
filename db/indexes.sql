-- What is made once the first load is done, and kept from then on: an index built over rows that
-- stand costs a third of one that grows with them.  Run again, it changes nothing.

CREATE INDEX IF NOT EXISTS document_by_name ON document (name);
CREATE INDEX IF NOT EXISTS document_by_source ON document (source);
CREATE INDEX IF NOT EXISTS sentence_by_document ON sentence (document, start);
CREATE INDEX IF NOT EXISTS mention_by_entity ON mention (entity) WHERE entity IS NOT NULL;
CREATE INDEX IF NOT EXISTS entity_by_name ON entity (name);
CREATE INDEX IF NOT EXISTS naming_by_key ON naming (kind, key);
CREATE INDEX IF NOT EXISTS alias_by_text ON alias (text);
CREATE INDEX IF NOT EXISTS merged_by_whole ON merged (whole);
CREATE INDEX IF NOT EXISTS attribution_by_source ON attribution_source (name);
CREATE INDEX IF NOT EXISTS claim_by_document ON claim (document, start);
CREATE INDEX IF NOT EXISTS claim_by_key ON claim (key);
CREATE INDEX IF NOT EXISTS link_by_story ON link (story);
CREATE INDEX IF NOT EXISTS link_by_cluster ON link (cluster);
CREATE INDEX IF NOT EXISTS link_by_origin ON link (origin);
CREATE INDEX IF NOT EXISTS slot_by_story ON slot (story);
CREATE INDEX IF NOT EXISTS claim_by_slot ON slot_claim (slot);
CREATE INDEX IF NOT EXISTS difference_by_slot ON difference (slot, relation);
CREATE INDEX IF NOT EXISTS difference_by_b ON difference (b);
CREATE INDEX IF NOT EXISTS copy_by_b ON copy (b);
CREATE INDEX IF NOT EXISTS passage_by_b ON passage (b);
CREATE INDEX IF NOT EXISTS correction_by_b ON correction (b);
