"""A browser for the tests of this folder; without one they are skipped with a word, but never in CI."""

import os
import shutil

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_program(what, *names):
    """Return the path of the first program that is there; skip the test without one, in CI fail it."""
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"there is no {what}: none of {', '.join(names)}")
    return path


@pytest.fixture(scope="session")
def browser():
    """Chromium, driven by playwright."""
    path = find_program("browser", *BROWSERS)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield chromium
        chromium.close()
