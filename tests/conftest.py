"""How all tests run: how many examples, and what a missing tool means here and in CI."""

import os
import re
import shutil
from collections.abc import Generator

import pytest
from hypothesis import settings

TOOLS = {"java": ("java",), "browser": ("chromium", "chromium-browser", "google-chrome")}
MISSING = re.compile(r"\b(java|chromium|reasoner|browser)\b", re.IGNORECASE)

settings.register_profile("test", max_examples=100, deadline=None, derandomize=True)
settings.register_profile("soak", max_examples=5000, deadline=None)
settings.load_profile("test")

os.environ["RETTVEI_HOSTS"] = "testserver"  # the name by which Starlette's test client asks


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs a tool that is not here."""
    for marker, commands in TOOLS.items():
        if item.get_closest_marker(marker) and not any(map(shutil.which, commands)):
            pytest.skip(f"{commands[0]} is not installed")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI every tool is there: a test skipped for want of one has failed."""
    report = yield
    reason = report.longrepr[2] if report.skipped and isinstance(report.longrepr, tuple) else ""
    if os.environ.get("CI", "false") != "false" and MISSING.search(reason):
        report.outcome, report.longrepr = "failed", f"CI has every tool, but: {reason}"
    return report
