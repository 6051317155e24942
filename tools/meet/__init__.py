"""The benchmark of the house: `make meet`, or `python -m tools.meet`. See docs/meten.md.

`huis` sets up a database of its own and clears it away; `land` fills it; `lezen`, `werklijst` and
`inname` each measure one promise against its yardstick; `maat` counts and prints.
"""
