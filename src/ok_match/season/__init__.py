"""What happens across runs: reading back what an earlier run saved."""

from .saved import read_record

__all__ = ["read_record"]
