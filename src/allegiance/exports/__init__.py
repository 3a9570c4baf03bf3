"""Answers → formats, one module a format. What a format loses, its module says."""
