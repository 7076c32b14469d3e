"""The language of times: what people write about when they can meet becomes slots in normal form.

The known libraries resolve one expression to an instant (dateutil, dateparser) or to a recurrence (recurrent). None of
them has parts of the day, ranges of them, exceptions, or a way to say that a word was not understood; and a guess is
what must not happen here. So the grammar is ours. Clock times in a zone with summer time count by its standard time.
"""
