"""The identity of a file."""

from ok_match.model.noun import Noun


class Fingerprint(Noun):
    """The identity of a file: its name and the SHA-256 of its bytes, in hexadecimal."""

    name: str
    sha256: str
