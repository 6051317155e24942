"""The pages of this room, one module per subject; each names its own addresses."""
