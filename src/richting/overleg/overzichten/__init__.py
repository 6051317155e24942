"""Everything that reads in this room, always within a reading (or a unit of work)."""
