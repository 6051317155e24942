"""Everything that writes in this room; one file per subject."""
