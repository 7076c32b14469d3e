"""The temperatures between which an instance freezes, found by a pilot run.

A fixed window fails: it shifts by a factor of ten from one class of instances to another.
"""

from typing import NamedTuple

import numpy as np

from ..kernels import ROW, Instance, State, anneal, anneal_pairs, fill, price_swaps
from .compiling import state_of

#: Shares of the free acceptance rate between which the search cools.
HOT, COLD = 0.05, 0.0004
#: Proposal limit at one temperature of the pilot run.
PILOT = 200_000
#: What a broken hard rule costs once all are kept: more than any gain can pay.
FORBIDDEN = 1e18


class Window(NamedTuple):
    """The temperatures at which cooling starts and ends, in units of gain."""

    hot: float
    cold: float

    def warm(self, share: float) -> float:
        """The temperature at a share of the way from cold to hot, on a logarithmic scale."""
        return self.cold * float((self.hot / self.cold) ** share)


def cool(instance: Instance, state: State, hot: float, cold: float, steps: int, seed: np.ndarray) -> int:
    """Anneal a state that keeps every must, with the kernel that suits the instance; return the proposals accepted."""
    if not instance.plain:
        return int(anneal(instance, state, hot, cold, steps, FORBIDDEN, False, seed))
    label = state.label.astype(np.uint16)
    table = (state.gain_table * state.worth[:, None]).astype(np.int32)
    own, worth = table[label, np.arange(label.size)], state.worth.astype(np.int32)
    column, both, bars = np.zeros_like(worth), np.zeros_like(worth), np.zeros(2 * ROW, np.int32)
    accepted = anneal_pairs(
        label, state.size, instance.low, instance.high, state.member, state.place, table, own, worth, instance.gain,
        column, both, bars, hot, cold, steps, seed,
    )  # fmt: skip
    state.label[:] = label
    fill(instance, state)
    return int(accepted)


def window(instance: Instance, state: State, seed: np.ndarray) -> Window | None:
    """The cooling window of an instance; ``None`` where no swap changes anything."""
    n = instance.people
    gains, breaks = np.zeros((2, n), np.int64)
    samples = []
    for person in np.linspace(0, n - 1, min(n, 40)).astype(int).tolist():
        price_swaps(instance, state, person, gains, breaks)
        samples.append(gains[state.label != state.label[person]])
    spread = float(np.concatenate(samples).std()) if any(map(len, samples)) else 0.0
    if spread == 0.0:
        return None
    steps = min(max(2_000, n * n // 2), PILOT)
    state = state_of(instance, state.label)
    free = anneal(instance, state, 100 * spread, 99 * spread, steps, FORBIDDEN, False, seed)
    hot = temperature = 0.6 * spread
    for _ in range(60):
        accepted = anneal(instance, state, temperature, 0.99 * temperature, steps, FORBIDDEN, False, seed)
        if accepted > HOT * free:
            hot = temperature
        if accepted <= COLD * free:
            break
        temperature *= 0.85
    return Window(hot, min(temperature, 0.5 * hot))
