"""Work on a thread: how it ends, and how it is stopped."""

from __future__ import annotations

from ui.tasks import Task, TaskRunner


def test_a_task_ends_with_what_its_work_returns(qtbot):
    runner = TaskRunner()
    task = Task(lambda progress: 6 * 7)

    with qtbot.waitSignal(task.finished) as finished:
        runner.start(task)

    assert finished.args == [42]
    runner.close()


def test_a_task_that_raises_hands_the_error_over(qtbot):
    runner = TaskRunner()
    task = Task(lambda progress: 1 / 0)

    with qtbot.waitSignal(task.failed) as failed:
        runner.start(task)

    assert isinstance(failed.args[0], ZeroDivisionError)
    runner.close()


def test_a_task_stops_at_its_next_step_when_it_is_cancelled(qtbot):
    def endless(progress):
        while True:
            progress(0, 0)

    runner = TaskRunner()
    task = Task(endless)
    task.progressed.connect(task.cancel)

    with qtbot.waitSignal(task.cancelled):
        runner.start(task)

    runner.close()
