"""Statements become an Affinity and Themes. An engine is a function from people and weights to both."""

from collections.abc import Callable, Sequence

from ok_match.model import Affinity, FacetWeights, Participant, Theme

from .lexical import lexical

Engine = Callable[[Sequence[Participant], FacetWeights], tuple[Affinity, tuple[Theme, ...]]]

ENGINES: dict[str, Engine] = {"lexical": lexical}
DEFAULT_ENGINE = "lexical"

__all__ = ["DEFAULT_ENGINE", "ENGINES", "Engine", "lexical"]
