"""Allegiance reads reports about armed groups and keeps a sourced, time-aware record of who stands with whom."""

__version__ = "0.1.0"
