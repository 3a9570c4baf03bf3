"""What the scripts of `bench/` share. Each of these modules is about one thing:

sets.py      the annotated reports, and where data that does not ship is looked for
scoring.py   the codebook's scorer, which stands beside the project, and what it gives
causes.py    misses and extras of the reader, counted by cause
nearest.py   the rival: trigger words and the names nearest to them, no grammar
triples.py   a rival that others made: the triples of textacy, where it is installed
isaf.py      re3d.py    one public set each: how claims are held against what others coded
speed.py     words a second and memory
world/       an invented world with a known truth, and reports of it
recording.py asking.py    querying.py   it recorded in a ledger; its questions asked; answers timed
page.py      Markdown
"""
