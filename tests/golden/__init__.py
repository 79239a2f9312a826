"""Golden pages: what the article half makes of whole documents, read and approved by a person."""
