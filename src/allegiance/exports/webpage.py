"""A report as one file for a browser: styles inside, no script, nothing loaded, footnotes at its end; fit to print.

Lost: nothing of the report. Every text is made plain and escaped.
"""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from allegiance.exports.report import Report


def write(report: Report) -> str:
    """The report as an HTML document."""
    made = Environment(
        loader=PackageLoader("allegiance.exports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    return made.get_template("report.html").render(report=report)
