"""Processes that compute for a window, so that typing never waits for them."""

from ui.processes.workshop import Job, WorkerLost, Workshop

__all__ = ["Job", "WorkerLost", "Workshop"]
