"""Directory: every organisation, found as you type, with where it stands and how long it waits."""

from pages.shared import blocks, directory, filters, session

blocks.title("Directory")
directory.show(session.database(), filters.current())
