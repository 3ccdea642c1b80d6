"""The one error that a user can put right, and the kind of it that is no user's doing."""


class DashboardError(Exception):
    """Something the user can put right.

    Its message is one plain sentence or two: which file, sheet, row and column, what is wrong,
    and what to do. Only the edges (the upload page and the command line) catch it; every other
    exception is a bug and keeps its traceback.
    """


class FaultError(DashboardError):
    """A fault of the machine: its disk, its database, a damaged file.

    The edges also log its message, which names files of the store and causes, and never anything
    that is kept in them.
    """
