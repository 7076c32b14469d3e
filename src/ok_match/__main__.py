"""``python -m ok_match`` is ``ok-match``."""

from ok_match.cli.app import main

main()
