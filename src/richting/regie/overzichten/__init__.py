"""Everything that reads in this room; one file per subject."""
