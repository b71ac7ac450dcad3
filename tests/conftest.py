"""What several files of tests read: the shipped event, made once by each process that runs them."""

import pytest

from analysis import Event


@pytest.fixture(scope="session")
def seeds():
    return Event()
