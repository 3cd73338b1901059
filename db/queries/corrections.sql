-- corrections: figures that a copy of an article has in the place of others
-- params:    none
-- columns:   document, published, figure, copy, copy_published, copy_figure
--
-- `document` is the earlier of the two, as far as both say when they were published.

SELECT coalesce(x.name, x.title) AS document, x.published,
       iif(x.id = c.a, c.text_a, c.text_b) AS figure,
       coalesce(y.name, y.title) AS copy, y.published AS copy_published,
       iif(x.id = c.a, c.text_b, c.text_a) AS copy_figure
FROM corrections c
JOIN document x ON x.id = iif(c.published_b < c.published_a, c.b, c.a)
JOIN document y ON y.id = c.a + c.b - x.id
ORDER BY x.published, x.key, y.published, y.key, c.text_a;
