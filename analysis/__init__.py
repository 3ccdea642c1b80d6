"""Coverage of a music hub's Local Plan: intake of exports, the ledger, questions and charts."""
