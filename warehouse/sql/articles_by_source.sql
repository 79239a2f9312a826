-- What each source gave: articles and rejects, articles without a day or an author, and the span of days.
SELECT
    sources.source_id,
    count(articles.article_id) AS article_count,
    (SELECT count(*) FROM rejects WHERE rejects.source_id = sources.source_id) AS reject_count,
    count(*) FILTER (WHERE articles.article_id IS NOT NULL AND articles.published_date IS NULL) AS undated_count,
    count(*) FILTER (WHERE len(articles.authors) = 0) AS unsigned_count,
    min(articles.published_date) AS first_published_date,
    max(articles.published_date) AS last_published_date
FROM sources
LEFT JOIN articles ON articles.source_id = sources.source_id
GROUP BY sources.source_id;
