"""The one error that a user can put right."""


class DashboardError(Exception):
    """Something the user can put right.

    Its message is one plain sentence or two: which file, sheet, row and column, what is wrong,
    and what to do. Only the edges (the upload page and the command line) catch it; every other
    exception is a bug and keeps its traceback.
    """
