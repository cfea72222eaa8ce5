"""The workflows: only what the suite passed is deployed, and no job runs for ever."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from tests.building import ROOT

FOLDER = ROOT / ".github/workflows"


def workflow(name: str) -> Any:
    return yaml.load((FOLDER / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def test_only_what_the_suite_passed_is_deployed() -> None:
    jobs = workflow("deploy.yml")["jobs"]
    assert jobs["deploy"]["needs"] == "build"
    assert jobs["build"]["needs"] == "test"
    assert jobs["test"]["uses"] == "./.github/workflows/test.yml"
    assert workflow("release.yml")["jobs"]["release"]["needs"] == "test"
    called = workflow("test.yml")
    assert "workflow_call" in called["on"]
    assert [step.get("run") for step in called["jobs"]["test"]["steps"]][-1] == ".ci/run"
    assert "make test" in (ROOT / ".ci/run").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.yml")))
def test_every_job_has_an_end(name: str) -> None:
    jobs = workflow(name)["jobs"]
    assert [
        job for job, each in jobs.items() if "uses" not in each and "timeout-minutes" not in each
    ] == []
