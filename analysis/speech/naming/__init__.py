"""From the words that name a speaker to one person or body of the event."""
