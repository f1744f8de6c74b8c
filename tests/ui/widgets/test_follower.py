"""What nobody sees is not read; what somebody comes back to is as the book is now."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from briefing.operations import books, topics
from briefing.things import Topic
from ui.widgets.follower import Follower


@pytest.fixture
def page(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    return page


@pytest.fixture
def read(window, page):
    """How often the page was read since; it follows topics at once."""
    times = []
    follower = Follower(window.context.session, page, Topic)
    follower.due.connect(lambda: times.append(1))
    return times


def rename(session, name: str) -> None:
    session.run(topics.change_topic(session.store.all(Topic)[0], name=name))


def test_a_hidden_widget_is_read_once_when_it_is_shown(qtbot, window, page, read):
    rename(window.context.session, "Ports")
    rename(window.context.session, "Harbours")
    assert not read

    page.show()
    assert len(read) == 1

    page.hide()
    page.show()
    assert len(read) == 1


def test_a_widget_in_sight_follows_what_it_shows_and_nothing_else(qtbot, window, page, read):
    session = window.context.session
    page.show()

    rename(session, "Ports")
    session.run(books.change_meeting(session.store, place="Quay"))

    assert len(read) == 1


def test_with_a_pause_several_edits_are_looked_at_once(qtbot, window, page):
    session = window.context.session
    follower = Follower(session, page, Topic, pause=20)
    page.show()

    times = []
    follower.due.connect(lambda: times.append(1))
    with qtbot.waitSignal(follower.due):
        rename(session, "Ports")
        rename(session, "Harbours")

    assert len(times) == 1
