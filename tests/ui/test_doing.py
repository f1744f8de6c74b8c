"""How panes change the book: with all that was typed, or not at all."""

from __future__ import annotations

from functools import partial

import pytest

from briefing.operations import books, commitments, topics
from briefing.things import Commitment, Topic
from ui.doing import attempt, attempt_on


@pytest.fixture
def context(window):
    return window.context


@pytest.fixture
def said(context):
    notices = []
    context.notices.said.connect(notices.append)
    return notices


def test_what_is_being_typed_in_a_thing_is_in_it_before_it_is_changed(qtbot, context):
    session = context.session
    before = session.store.all(Commitment)[0]
    typed = ["What they will do"]

    def write() -> None:
        if typed:
            session.write(commitments.change_commitment(before, action=typed.pop()))

    session.unwritten.on_flush(write)

    change = partial(commitments.change_commitment, lead="The Cabinet Office")
    attempt_on(context, Commitment, before.uid, change)

    after = session.store.get(Commitment, before.uid)
    assert (after.action, after.lead) == ("What they will do", "The Cabinet Office")


def test_a_refusal_is_said_and_nothing_is_changed(qtbot, context, said):
    store = context.session.store
    known = next(topic for topic in store.all(Topic) if topic.parent is None)
    before = store.undoable()

    edit = attempt(context, partial(topics.add_topic, store, known.name))

    assert edit is None
    assert len(said) == 1
    assert store.undoable() == before


def test_a_thing_that_is_gone_is_let_be(qtbot, context, said):
    with qtbot.assertNotEmitted(context.session.edited):
        edit = attempt_on(context, Topic, "gone", partial(topics.change_topic, name="Other"))

    assert edit is None
    assert said == []


def test_the_edit_that_was_made_is_handed_back(qtbot, context):
    store = context.session.store

    edit = attempt(context, partial(books.change_meeting, store, place="Harbour House"))

    assert edit is not None
    assert context.session.undoable.name is edit.name
