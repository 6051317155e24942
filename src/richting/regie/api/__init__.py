"""The endpoints of the room `regie`; one file per subject."""
