"""The report to the board: what it says (`told`), and its three ways onto paper and disk."""
