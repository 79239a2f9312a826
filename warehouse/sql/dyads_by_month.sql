-- Who did what to whom, counted by month: events that the texts assert and that are not history, by pair of countries and PLOVER quad. What has only the day on which it was told counts as undated.
SELECT
    if(event_date_method IN ('report', 'article'), 'undated', event_month) AS event_month,
    actor_country,
    recipient_country,
    plover_quad,
    count(*) AS event_count,
    sum(mention_count)::BIGINT AS mention_count,
    round(avg(plover_score), 2) AS mean_plover_score
FROM events
WHERE status = 'asserted'
    AND is_historical IS DISTINCT FROM true
    AND actor_country IS NOT NULL
    AND recipient_country IS NOT NULL
GROUP BY ALL;
