"""A clock that the test turns."""


class HandClock:
    """Tells the seconds that it was turned to; who waits for a time turns it there at once."""

    def __init__(self, seconds=1000.0):
        self.seconds = seconds

    def now(self):
        """Return seconds."""
        return self.seconds

    def wait(self, event, timeout):
        """Let ``timeout`` seconds pass, unless the event is there already."""
        if not event.is_set():
            self.seconds += timeout
        return event.is_set()
