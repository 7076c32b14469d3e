"""The engine for thousands of people: pairs earn the products of rows, and small parts are searched exactly."""

from .engine import SparseEngine

__all__ = ["SparseEngine"]
