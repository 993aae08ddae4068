"""The unit of work on Apache Spark: a cluster of two executors on this machine, one of which is killed on the way.

Runs with `-m nightly` where the extra `spark` and Java are installed.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset as ds
import pytest

from attribution_lint.audit.schemas import AUDITED
from attribution_lint.audit.unit import Audit
from benchmarks.stories import story

pytest.importorskip("pyspark")
pytestmark = [
    pytest.mark.nightly,
    pytest.mark.skipif(not shutil.which("java"), reason="Spark needs Java"),
    pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="processes are found in /proc"),
]

STORIES = 400
PARTS = 16
PATIENCE = 240  # seconds


@pytest.fixture
def spark(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[object]:
    import pyspark
    from pyspark.sql import SparkSession

    monkeypatch.setenv("SPARK_HOME", os.path.dirname(pyspark.__file__))
    monkeypatch.setenv("SPARK_WORKER_DIR", str(tmp_path / "work"))
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.executor.memory", "512m")
        .config("spark.executorEnv.PYTHONPATH", os.pathsep.join(path for path in sys.path if path))
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "10")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    yield session
    session.stop()


def test_a_cluster_that_loses_a_worker_finds_what_one_process_finds(spark: object, tmp_path: Path) -> None:
    from pyspark.sql.pandas.types import from_arrow_schema

    table = pa.table(
        {
            "number": range(STORIES),
            "id": [f"s{number}" for number in range(STORIES)],
            "text": [story(number, 60) if number % 50 else None for number in range(STORIES)],
        }
    )
    ds.write_dataset(table, tmp_path / "archive", format="parquet")
    stories = spark.read.parquet(str(tmp_path / "archive")).repartition(PARTS)  # type: ignore[attr-defined]
    found = stories.mapInArrow(Audit(), from_arrow_schema(AUDITED))
    out = tmp_path / "out"
    job = threading.Thread(target=lambda: found.write.parquet(str(out)))
    job.start()
    wait_until(lambda: list(out.glob("_temporary/0/task_*")))
    before = executors()
    assert len(before) == 2
    assert len(list(out.glob("_temporary/0/task_*"))) < PARTS
    os.kill(before[0], signal.SIGKILL)
    job.join(PATIENCE)
    assert (out / "_SUCCESS").exists()
    assert before[0] not in executors()
    got = ds.dataset(out, format="parquet").to_table().sort_by("number").cast(AUDITED)
    expected = pa.Table.from_batches(Audit()(table.to_batches()))
    assert got.num_rows == STORIES
    assert got.to_pylist() == expected.to_pylist()


def wait_until(holds: object) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < deadline
        time.sleep(0.02)


def executors() -> list[int]:
    """The executors that descend from this process."""
    parents: dict[int, int] = {}
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(process.name)] = int((process / "stat").read_text().rpartition(")")[2].split()[1])
            if b"CoarseGrainedExecutorBackend" in (process / "cmdline").read_bytes():
                found.append(int(process.name))
        except OSError:
            continue
    return sorted(each for each in found if descends(each, parents))


def descends(process: int, parents: dict[int, int]) -> bool:
    while process in parents and process != os.getpid():
        process = parents[process]
    return process == os.getpid()
