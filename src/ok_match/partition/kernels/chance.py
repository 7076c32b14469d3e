"""Random numbers: SplitMix64 (Steele, Lea, Flood, OOPSLA 2014, section 4), and the Metropolis rule."""

import math

import numpy as np

from .caching import compiled

STEP = np.uint64(0x9E3779B97F4A7C15)
#: Mask of the lower 16 random bits; ``draw`` of these and n << 16 gives a whole number from 0 to n - 1.
HALF = np.uint64(0xFFFF)
#: A loss of more temperatures than this is never accepted: e^-40 is less than one chance in 2^57.
HOPELESS = 40.0
#: The logarithms of the lower ends of 256 equal parts of the unit interval.
LOWER = np.concatenate([[-HOPELESS], np.log(np.arange(1, 256) / 256)])


@compiled
def mix(state):  # type: ignore[no-untyped-def]
    """64 random bits from a SplitMix64 state."""
    z = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


@compiled
def draw(bits, n):  # type: ignore[no-untyped-def]
    """A whole number from 0 to n - 1 from the lower 32 random bits."""
    return np.int64(((bits & np.uint64(0xFFFFFFFF)) * np.uint64(n)) >> np.uint64(32))


@compiled
def bar(temperature, bits):  # type: ignore[no-untyped-def]
    """A random bar such that accepting every change >= bar is the Metropolis rule; never positive."""
    return temperature * math.log(((bits >> np.uint64(11)) + np.uint64(1)) * 2.0**-53)


@compiled
def bar_within(temperature, part, bits):  # type: ignore[no-untyped-def]
    """The bar, given which of 256 parts of the unit interval its random number lies in.

    ``temperature * LOWER[part]`` is a lower bound on it, which rejects most changes without a logarithm.
    """
    fraction = ((bits >> np.uint64(11)) + np.uint64(1)) * 2.0**-53
    return temperature * math.log((part + fraction) * 2.0**-8)
