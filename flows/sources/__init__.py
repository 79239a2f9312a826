"""Where pages come from: one module per kind of source, each an iterator of Page records."""
