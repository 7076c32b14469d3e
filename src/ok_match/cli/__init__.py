"""The command line: arguments, the way in and the way out; the commands themselves are in their own room."""
