"""What parsers often get wrong, no grammar allows, and would cost an event: one file for each thing put right."""
