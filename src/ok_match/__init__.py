"""ok-match forms peer groups by common ground."""

__version__ = "0.1.0"
