"""Tables of what articles tell: event mentions, the events they fold into, and quotes."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from schemas import codes, columns
from schemas.columns import Table


class EventMentions(Table):
    """One event as one sentence of one article tells it."""

    partition = "published_month"

    event_mention_id = dy.String(primary_key=True, description="Hash of article, sentence, predicate, pair and type.")
    event_id = columns.refers("events", "The event that this mention belongs to.")
    article_id = columns.refers("articles", "The article that tells it.")
    source_id = columns.refers("sources", "The publisher's source.")
    sentence = columns.span("sentence_start", "sentence_end", "The sentence, as it stands in the article's text.")
    sentence_start = columns.offset("First character of the sentence in the article's text.")
    sentence_end = columns.offset("Character after the sentence.")
    predicate_text = columns.span(
        "predicate_start", "predicate_end", "The words that tell the event, from first to last."
    )
    predicate_start = columns.offset("First character of the predicate.")
    predicate_end = columns.offset("Character after the predicate.")
    actor_text = columns.span("actor_start", "actor_end", "Who acts, as the text has it.", nullable=True)
    actor_start = columns.offset("First character of the actor.", nullable=True)
    actor_end = columns.offset("Character after the actor.", nullable=True)
    actor_name = columns.text("Canonical name of the actor, where it is known.")
    actor_code = columns.text("Country or international code followed by sector codes.")
    actor_country = columns.text("ISO 3166-1 alpha-3 code of the actor's country.")
    actor_sectors = columns.text("PLOVER sector codes of the actor, joined by semicolons.")
    recipient_text = columns.span(
        "recipient_start", "recipient_end", "Who is acted on, as the text has it.", nullable=True
    )
    recipient_start = columns.offset("First character of the recipient.", nullable=True)
    recipient_end = columns.offset("Character after the recipient.", nullable=True)
    recipient_name = columns.text("Canonical name of the recipient, where it is known.")
    recipient_code = columns.text("Country or international code followed by sector codes.")
    recipient_country = columns.text("ISO 3166-1 alpha-3 code of the recipient's country.")
    recipient_sectors = columns.text("PLOVER sector codes of the recipient, joined by semicolons.")
    event_type = columns.one_of(codes.PLOVER_TYPES, "One of the 16 PLOVER event types.")
    event_mode = columns.text("PLOVER mode: how the event was carried out.")
    context = columns.text("PLOVER context: what the event is about.")
    cameo_code = columns.refers("cameo_codes", "The finest CAMEO code that the words support.", nullable=True)
    quad_class = dy.Int32(min=1, max=4, nullable=True, description="GDELT's quad class of cameo_code.")
    goldstein = dy.Float64(min=-10, max=10, nullable=True, description="GDELT's Goldstein value of cameo_code.")
    plover_quad = dy.Int32(min=1, max=4, description="PLOVER's quad of event_type.")
    plover_score = dy.Float64(min=-10, max=10, description="PLOVER's own score of event_type and event_mode.")
    status = columns.one_of(codes.STATUSES, "Whether the text says that it happened.")
    is_historical = dy.Bool(
        nullable=True,
        description="The event ended over 30 days before publication; null without its own day or that of publication.",
    )
    attribution = columns.text("Who says so, where the sentence reports it from somebody.")
    event_date = dy.Date(nullable=True, description="First day of the event; null where the text does not give it.")
    event_date_end = dy.Date(nullable=True, description="Last day of the event.")
    event_date_precision = columns.one_of(codes.EVENT_DATE_PRECISIONS, "How fine the event's date is.", nullable=True)
    event_date_text = columns.text("The phrase that dates the event, kept even where it cannot be resolved.")
    event_date_method = columns.one_of(
        codes.EVENT_DATE_METHODS,
        "What dates the event: words of its clause or sentence, else the day of the report or of the article.",
        nullable=True,
    )
    place_text = columns.text("The place as the text has it.")
    place_id = columns.text("Gazetteer id of the place.")
    place_name = columns.text("Gazetteer name of the place.")
    place_kind = columns.text("Kind of place: country, region, city, landmark.")
    place_country = columns.text("ISO 3166-1 alpha-3 code of the place's country.")
    place_admin1 = columns.text("First-order region of the place.")
    place_latitude = dy.Float64(min=-90, max=90, nullable=True, description="Degrees north.")
    place_longitude = dy.Float64(min=-180, max=180, nullable=True, description="Degrees east.")
    place_method = columns.one_of(
        codes.PLACE_METHODS,
        "What names the place: the object of force or of a visit, words of the clause, the sentence, or the dateline.",
        nullable=True,
    )
    confidence = dy.Float64(
        min=0,
        max=1,
        description="Chance that type, actor, recipient and status are all right, fitted to judged mentions.",
    )
    rule = dy.String(min_length=1, description="The codebook row that fired.")
    published_date = dy.Date(nullable=True, description="The article's day of publication.")
    published_month = dy.String(regex=columns.MONTH, description="Partition: the article's month, or `undated`.")

    @dy.rule()
    def month_is_that_of_the_date(cls) -> pl.Expr:
        """The partition is the month of the day of publication."""
        return pl.col("published_month") == columns.month_of("published_date")

    @dy.rule()
    def event_dates_go_together(cls) -> pl.Expr:
        """An event has both days, their precision and method, or none of them; it does not end before it starts."""
        has_method = pl.col("event_date_method").is_not_null() == pl.col("event_date").is_not_null()
        return columns.whole_period("event_date", "event_date_end", "event_date_precision") & has_method

    @dy.rule()
    def undated_articles_tell_no_history(cls) -> pl.Expr:
        """Nothing is historical, or not, without a day of publication."""
        return pl.col("is_historical").is_null() | pl.col("published_date").is_not_null()

    @dy.rule()
    def predicate_lies_in_sentence(cls) -> pl.Expr:
        """The words that tell the event are words of the sentence."""
        inside = (pl.col("sentence_start") <= pl.col("predicate_start")) & (
            pl.col("predicate_end") <= pl.col("sentence_end")
        )
        return inside & (pl.col("predicate_start") < pl.col("predicate_end"))


class Events(Table):
    """Mentions of one event folded into one row."""

    partition = "event_month"

    event_id = dy.String(primary_key=True, description="Hash of the fold key.")
    event_date = dy.Date(nullable=True, description="First day of the event.")
    event_date_end = dy.Date(nullable=True, description="Last day of the event.")
    event_date_precision = columns.one_of(codes.EVENT_DATE_PRECISIONS, "How fine the event's date is.", nullable=True)
    event_date_method = columns.one_of(
        codes.EVENT_DATE_METHODS,
        "What dates the event in the best mention; `article` is the day of the earliest article.",
        nullable=True,
    )
    actor_name = columns.text("Canonical name of the actor in the best mention, else its text.")
    actor_code = columns.text("Code of the actor.")
    actor_country = columns.text("Country of the actor (ISO 3166-1 alpha-3).")
    actor_sectors = columns.text("Sectors of the actor, joined by semicolons.")
    recipient_name = columns.text("Canonical name of the recipient in the best mention, else its text.")
    recipient_code = columns.text("Code of the recipient.")
    recipient_country = columns.text("Country of the recipient (ISO 3166-1 alpha-3).")
    recipient_sectors = columns.text("Sectors of the recipient, joined by semicolons.")
    event_type = columns.one_of(codes.PLOVER_TYPES, "One of the 16 PLOVER event types.")
    event_mode = columns.text("PLOVER mode of the best mention.")
    context = columns.text("PLOVER context of the best mention.")
    cameo_code = columns.refers("cameo_codes", "CAMEO code of the best mention.", nullable=True)
    quad_class = dy.Int32(min=1, max=4, nullable=True, description="GDELT's quad class of cameo_code.")
    goldstein = dy.Float64(min=-10, max=10, nullable=True, description="GDELT's Goldstein value of cameo_code.")
    plover_quad = dy.Int32(min=1, max=4, description="PLOVER's quad of event_type.")
    plover_score = dy.Float64(min=-10, max=10, description="PLOVER's own score of event_type and event_mode.")
    status = columns.one_of(codes.STATUSES, "Whether the texts say that it happened.")
    is_historical = dy.Bool(
        nullable=True,
        description="Whether the event ended over 30 days before its first mention; null where its own day is unknown.",
    )
    place_name = columns.text("Gazetteer name of the place in the best mention.")
    place_country = columns.text("Country of the place (ISO 3166-1 alpha-3).")
    place_latitude = dy.Float64(min=-90, max=90, nullable=True, description="Degrees north.")
    place_longitude = dy.Float64(min=-180, max=180, nullable=True, description="Degrees east.")
    first_published_date = dy.Date(nullable=True, description="Publication day of the earliest article that tells it.")
    last_published_date = dy.Date(nullable=True, description="Publication day of the latest article that tells it.")
    mention_count = columns.count("event_mentions", "Mentions of the event.")
    article_count = columns.count("event_mentions.article_id", "Articles that tell it.")
    independent_source_count = dy.Int32(
        min=1, description="Articles that tell it, copies and near-copies of one text counted once."
    )
    best_event_mention_id = columns.refers("event_mentions", "The mention with the highest confidence.")
    confidence = dy.Float64(min=0, max=1, description="Confidence of the best mention.")
    event_month = dy.String(regex=columns.MONTH, description="Partition: the month of event_date, or `undated`.")

    @dy.rule()
    def month_is_that_of_the_date(cls) -> pl.Expr:
        """The partition is the month of the event's first day."""
        return pl.col("event_month") == columns.month_of("event_date")

    @dy.rule()
    def event_dates_go_together(cls) -> pl.Expr:
        """An event has both days, their precision and method, or none of them; it does not end before it starts."""
        has_method = pl.col("event_date_method").is_not_null() == pl.col("event_date").is_not_null()
        return columns.whole_period("event_date", "event_date_end", "event_date_precision") & has_method

    @dy.rule()
    def counts_are_ordered(cls) -> pl.Expr:
        """No more sources than articles, and no more articles than mentions."""
        sources, articles, mentions = (
            pl.col(name) for name in ("independent_source_count", "article_count", "mention_count")
        )
        return (sources <= articles) & (articles <= mentions)


class Quotes(Table):
    """Who said what, in the words of the article."""

    partition = "published_month"

    quote_id = dy.String(primary_key=True, description="Hash of article and offsets.")
    article_id = columns.refers("articles", "The article.")
    source_id = columns.refers("sources", "The publisher's source.")
    speaker = columns.text("The speaker as the text names it, or the full name given earlier in the article.")
    speaker_code = columns.text("Country or international code followed by sector codes.")
    verb = columns.text("Lemma of the verb of speech.")
    text = columns.span("char_start", "char_end", "The quoted words.", min_length=1)
    char_start = columns.offset("First character of the quoted words in the article's text.")
    char_end = columns.offset("Character after the quoted words.")
    published_month = dy.String(regex=columns.MONTH, description="Partition: the article's month, or `undated`.")
