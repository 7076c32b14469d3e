"""The exit codes, which scripts rely on."""

DONE, DEFECT, USAGE, ATTENTION, IMPOSSIBLE, LEFT_OVER = range(6)
INTERRUPTED = 130
