"""The compartment `risico`: the mark and the table of art. 18b, apart from the plan. Clausule 6.3.

`slot` says who reads, `overzichten` reads, `paginas` and `api` show; what writes is
`meldingen.acties.risico`, the rules are `akkoord.risico`.
"""
