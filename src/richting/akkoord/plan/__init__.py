"""The rules of the plan: what accord and law say about making, keeping and carrying it out.

One module per subject; `woorden` holds the words, `feiten` what the rules reason about. Clausule
4.1–4.4, 5.1–5.14, 7.1. Like all of `akkoord`: pure, dates come in as arguments.
"""
