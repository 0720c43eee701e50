"""The portfolio: many pathways in one workbook, for those who follow them up (docs/excel.md).

    portfolio_bytes(Portfolio(run, since), progress)

It is for reading. It tells of roles, never of persons, and nothing of what the workgroup keeps to
itself: notes, stories, workshops.
"""

from exporters.portfolio.book import portfolio_bytes
from exporters.portfolio.followed import Before, Portfolio, Since

__all__ = ["Before", "Portfolio", "Since", "portfolio_bytes"]
