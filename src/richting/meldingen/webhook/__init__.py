"""How a webhook speaks: the event, its signature, the address, and the line. No database here."""
