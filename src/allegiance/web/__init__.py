"""The pages: a thin edge beside the command line, for a browser on the same machine.

    site.py       a ledger, its settings and its templates, as everything here is given them
    guard.py      what stands before every page: whose requests are answered, and what a browser is forbidden
    sessions.py   who has entered, and which forms are ours
    rendering.py  templates; every text made plain and escaped
    links.py      addresses of pages, with the clocks in them
    asked.py      what a request asks: dates, clocks, whom        quoting.py  where copied words stand in a report
    drawing.py    timelines as SVG        marking.py  a text with what was read from it
    actors.py  rosters.py  networks.py  reports.py  overview.py  changing.py  deciding.py  giving.py      the pages
    handing.py    files to hand on

What is so is found by `answers` and `pipeline`; nothing here decides it. No page loads anything from another host, and
no part of a request is ever a path on this machine.
"""
