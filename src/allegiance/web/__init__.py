"""The pages: a thin edge beside the command line, for a browser on the same machine.

    site.py       a ledger, its settings and its templates, as everything here is given them
    guard.py      what stands before every page: whose requests are answered, and what a browser is forbidden
    sessions.py   who has entered, and which forms are ours
    rendering.py  templates; every text made plain and escaped
    links.py      addresses of pages, with the clocks in them
    asked.py      what a request asks: dates, clocks, whom        quoting.py  where copied words stand in a report
    drawing.py    timelines as SVG        marking.py  a text with what was read from it
    mapping.py    maps as SVG             basemap/    the countries that they show
    plotting.py   networks, as data for Bokeh           crowding.py  what of a large one is drawn
    periods.py    time as a strip of links                 finding.py  names while one types
    lately.py     a large ledger a page at a time        listing.py  a long list a page at a time
    kept.py      what was found, while the ledger stays as it was
    overview.py  morning.py  changing.py  maps.py          pages of everything
    actors.py  rosters.py  networks.py          pages of one actor        handing.py  answers as files
    reports.py  deciding.py  doubting.py  giving.py          pages of reports and claims, and what is decided on them
    uploading.py  desk.py                       reports that are handed over, and the desk at which they are read

What is so is found by `answers` and `pipeline`; nothing here decides it. No page loads anything from another host, and
no part of a request is ever a path on this machine.
"""
