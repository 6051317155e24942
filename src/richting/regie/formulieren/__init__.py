"""The forms of this room; one file per subject."""
