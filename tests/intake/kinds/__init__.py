"""The kinds of sheet that are easily misread: tables of cases by other hands, in ``tests/data/kinds``."""
