-- biggest-sums: the ten largest sums of money in each currency
-- params:    :currency  ISO 4217, "USD"; all where it is not given
-- columns:   currency, value, text, sentence, source, published
--
-- A sum counts by what it is at least; copies of an article are left out.

WITH sums AS (
  SELECT DISTINCT unit, value, text, sentence, source, published,
         coalesce(low_number, high_number) AS size,
         dense_rank() OVER (PARTITION BY unit ORDER BY coalesce(low_number, high_number) DESC) AS place
  FROM figures
  WHERE kind = 'money' AND document = origin AND (:currency IS NULL OR unit = upper(:currency))
)
SELECT unit AS currency, value, text, sentence, source, published
FROM sums
WHERE place <= 10
ORDER BY unit, size DESC, published, source, sentence, text;
