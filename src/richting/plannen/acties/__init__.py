"""Everything that writes in this room, one module per subject."""
