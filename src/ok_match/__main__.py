"""``python -m ok_match`` is ``ok-match``."""

from .cli.app import main

main()
