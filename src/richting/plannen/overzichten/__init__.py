"""Everything that reads in this room, one module per subject, always within a reading."""
