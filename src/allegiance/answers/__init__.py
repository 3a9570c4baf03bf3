"""View → Answer: pure functions of a view of the ledger and a few settings. Every cell carries its claims."""
