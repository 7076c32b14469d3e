"""The version of the package, alone, so that nothing imports upwards for it."""

__version__ = "0.1.0"
