"""An invented world with a known truth, and reports of it: what the ledger and the answers are measured on.

Written from the documentation and the codebook alone, apart from the code that answers. Read in this order:

facts.py     what a report says, and what a question must be answered with
words.py     invented names, no two alike
prose.py     the sentences of reports: each says what its claims say
stage.py     one theatre: where stories are played, reported and asked about
posts.py     falls.py     doubts.py     moves.py     groups.py     the stories, each with its questions
stream.py    the whole world, theatre after theatre, in bounded memory

Nothing here draws on a clock or on the machine: one seed gives one world, everywhere.
"""
