"""The endpoints of this room; one file per subject."""
