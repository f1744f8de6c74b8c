"""What a command costs: its own process, its own processor time, its own peak of memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}
"""Environment in which Python keeps what it compiles, as it does for who installed the program."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock, seconds of the processor, and peak resident memory in MB."""

    wall: float
    cpu: float
    memory: float


def cost_of(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> Cost:
    """What a command costs, its children included. Raises RuntimeError where it fails."""
    begun = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603
        [str(part) for part in command],
        env={**os.environ, **COMPILED, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    said = process.stderr.read() if process.stderr else b""
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command[:4]}: {said.decode(errors='replace')[-400:]}")
    kilobyte = 1024 if sys.platform != "darwin" else 1
    return Cost(
        time.perf_counter() - begun,
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss * kilobyte / 1e6,
    )


def best_of(count: int, command: Sequence[str | Path]) -> Cost:
    """The cheapest of several runs: what else the machine did only ever adds."""
    return min((cost_of(command) for _ in range(count)), key=lambda cost: cost.cpu)
