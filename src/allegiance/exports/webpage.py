"""A report as one file for a browser: styles inside, no script, nothing loaded, footnotes at its end; fit to print.

Lost: nothing of the report. Every text is made plain and escaped.
"""

from __future__ import annotations

from allegiance.exports.escaping import templates
from allegiance.exports.report import Report


def write(report: Report) -> str:
    """The report as an HTML document."""
    return templates("allegiance.exports").get_template("report.html").render(report=report)
