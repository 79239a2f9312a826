-- Every event with its best sentence and the article that the sentence stands in: the proof beside the claim.
SELECT
    events.event_id,
    events.event_date,
    events.actor_name,
    events.event_type,
    events.recipient_name,
    events.status,
    mentions.sentence,
    mentions.rule,
    articles.title,
    articles.url,
    articles.published_date
FROM events
JOIN event_mentions AS mentions ON mentions.event_mention_id = events.best_event_mention_id
JOIN articles ON articles.article_id = mentions.article_id;
