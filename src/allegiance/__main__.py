"""Lets the program run as ``python -m allegiance``."""

from allegiance.cli import main

if __name__ == "__main__":
    main()
