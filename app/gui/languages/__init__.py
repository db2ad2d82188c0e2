"""The languages of the window: its own texts, and the sentences that come from below it."""
