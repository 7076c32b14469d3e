"""What people work in: a sector of the economy and a kind of organisation, from what they wrote about their industry.

Words come first: a text that names lines of one sector and nothing else is certain. What no word knows is judged by its
meaning, which may be that the text tells no sector. The facilitator's own word counts before both.
"""

from .choices import choices_in, decided
from .reading import read

__all__ = ["choices_in", "decided", "read"]
