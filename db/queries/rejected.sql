-- rejected: documents that could not be used, and why
-- params:    none
-- columns:   stage, reason, place, name, source

SELECT stage, reason, place, name, source
FROM rejected
ORDER BY stage, reason, place, name, key;
