"""From words to days: time expressions and the one that dates an event."""
