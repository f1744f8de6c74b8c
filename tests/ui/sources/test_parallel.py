"""Two language versions side by side, and the mending of their pairs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication

from briefing.things import Finding, Pair, Passage, PassageKind
from ui.places import Place, Room
from ui.sources.parallel_model import LEFT, LINK, MIME, RIGHT
from ui.sources.parallel_rows import ParallelRow, link_words, parallel_rows
from ui.speech import Speech


@pytest.fixture
def parallel(qtbot, window, sources):
    window.context.actions["source.parallel"].trigger()
    return sources.desk.parallel


def passage(uid: str) -> Passage:
    return Passage(
        uid=uid, source="s", position=0, kind=PassageKind.PARAGRAPH, text=uid, lang="en", start=0,
        end=1,
    )  # fmt: skip


def woven(left: str, right: str, *pairs: str) -> list[str]:
    made = [
        Pair(uid=text, left=tuple(text.split("=")[0]), right=tuple(text.split("=")[1]))
        for text in pairs
    ]
    rows = parallel_rows([passage(u) for u in left], [passage(u) for u in right], made)
    return [f"{''.join(p.uid for p in r.left)}={''.join(p.uid for p in r.right)}" for r in rows]


@pytest.mark.parametrize(
    ("left", "right", "pairs", "rows"),
    [
        ("ab", "xy", ["a=x", "b=y"], ["a=x", "b=y"]),
        ("abc", "xyz", ["a=x", "c=z"], ["a=x", "b=", "=y", "c=z"]),
        ("abc", "xy", ["ab=x", "c=y"], ["ab=x", "c=y"]),
        ("ab", "xy", ["a=y", "b=x"], ["=", "a=y", "b=x"][1:]),
        ("a", "xyz", ["a=y", "=z"], ["=x", "a=y", "=z"]),
        ("", "x", [], ["=x"]),
    ],
)
def test_every_passage_stands_in_one_row(left, right, pairs, rows):
    assert woven(left, right, *pairs) == rows


def test_confidence_is_said_in_words():
    speech = Speech.of("en")
    row = lambda **more: ParallelRow((), (), Pair(uid="p", left=("a",), right=("b",), **more))  # noqa: E731

    assert [
        link_words(row(confidence=0.9), speech),
        link_words(row(confidence=0.6), speech),
        link_words(row(confidence=0.2), speech),
        link_words(row(fixed=True), speech),
        link_words(row(finding=Finding.WEAKER), speech),
        link_words(ParallelRow((), ()), speech),
    ] == ["● sure", "◐ likely", "○ doubtful", "■ set by hand", "▽ weaker", "– nothing answers"]


def test_the_versions_of_a_release_stand_side_by_side(parallel):
    model = parallel.view.model()

    assert model.index(0, LEFT).data().startswith("1 The Premier of Aldmark")
    assert model.index(0, RIGHT).data().startswith("1 La première ministre")
    assert parallel.bar.names == ("English", "French")


def test_p_pairs_what_is_chosen_on_both_sides(qtbot, window, parallel):
    view, model = parallel.view, parallel.view.model()
    view.setFocus()
    left, right = model.cell(model.index(3, LEFT)), model.cell(model.index(4, RIGHT))
    chosen = view.selectionModel()
    chosen.select(model.index(3, LEFT), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    chosen.select(model.index(4, RIGHT), QItemSelectionModel.SelectionFlag.Select)

    qtbot.keyClick(view, Qt.Key.Key_P)

    made = next(p for p in window.context.session.store.all(Pair) if p.fixed)
    assert (made.left, made.right) == ((left[0].uid,), (right[0].uid,))
    row = model.row_of(left[0].uid)
    assert model.index(row, LINK).data() == "■ set by hand"
    assert model.row_of(right[0].uid) == row


def test_u_takes_a_pair_apart_and_undo_joins_it_again(qtbot, window, parallel):
    view, model = parallel.view, parallel.view.model()
    view.setFocus()
    view.setCurrentIndex(model.index(3, LEFT))
    before = model.rowCount()

    qtbot.keyClick(view, Qt.Key.Key_U)
    assert model.rowCount() == before + 1
    assert model.index(3, LINK).data() == "– nothing answers"

    window.context.session.undo()
    assert model.rowCount() == before


def test_whoever_goes_along_the_lines_between_versions_keeps_the_place(qtbot, window, parallel):
    view, model = parallel.view, parallel.view.model()
    view.setFocus()
    view.setCurrentIndex(model.index(3, LINK))

    qtbot.keyClick(view, Qt.Key.Key_W)

    assert (view.currentIndex().row(), view.currentIndex().column()) == (3, LINK)
    assert view.selectionModel().isSelected(model.index(3, LINK))


def test_what_nothing_answers_cannot_be_said_to_be_the_same(qtbot, window, parallel):
    view, model, offered = parallel.view, parallel.view.model(), window.context.actions
    view.setFocus()
    view.setCurrentIndex(model.index(3, LEFT))
    assert offered["parallel.same"].isEnabled()

    qtbot.keyClick(view, Qt.Key.Key_U)
    qtbot.keyClick(view, Qt.Key.Key_S)

    assert model.index(3, LINK).data() == "– nothing answers"
    assert not offered["parallel.weaker"].isEnabled()
    assert offered["parallel.absent"].isEnabled()


def test_a_finding_is_recorded_by_its_letter(qtbot, window, parallel):
    view, model = parallel.view, parallel.view.model()
    view.setFocus()
    view.setCurrentIndex(model.index(3, LEFT))

    qtbot.keyClick(view, Qt.Key.Key_W)

    assert model.index(3, LINK).data() == "▽ weaker"
    assert {p.finding for p in window.context.session.store.all(Pair)} >= {Finding.WEAKER}


def test_a_passage_dropped_onto_the_other_side_is_paired_with_it(qtbot, parallel):
    model = parallel.view.model()
    data = model.mimeData([model.index(2, LEFT)])
    onto = model.index(4, RIGHT)
    expected = ([model.cell(model.index(2, LEFT))[0].uid], [model.cell(onto)[0].uid])

    assert data.hasFormat(MIME)
    assert not model.canDropMimeData(data, Qt.DropAction.LinkAction, -1, -1, model.index(4, LEFT))
    assert not model.canDropMimeData(QMimeData(), Qt.DropAction.LinkAction, -1, -1, onto)
    with qtbot.waitSignal(model.dropped) as dropped:
        model.dropMimeData(data, Qt.DropAction.LinkAction, -1, -1, onto)

    assert tuple(dropped.args) == expected


def test_a_passage_that_is_dragged_covers_nothing(monkeypatch, parallel):
    view, drags = parallel.view, []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_actions: drags.append(drag))
    view.setCurrentIndex(view.model().index(2, LEFT))

    view.startDrag(Qt.DropAction.LinkAction)

    (drag,) = drags
    assert drag.mimeData().hasFormat(MIME)
    assert drag.pixmap().isNull()


def test_aligning_again_keeps_what_was_set_by_hand(qtbot, window, parallel):
    view, model = parallel.view, parallel.view.model()
    view.setFocus()
    view.setCurrentIndex(model.index(3, LEFT))
    qtbot.keyClick(view, Qt.Key.Key_U)
    view.setCurrentIndex(model.index(5, LEFT))
    qtbot.keyClick(view, Qt.Key.Key_S)
    apart = model.rowCount()

    with qtbot.waitSignal(model.modelReset, timeout=30_000):
        window.context.actions["parallel.align"].trigger()

    assert model.rowCount() < apart
    assert "■ set by hand" in [model.index(r, LINK).data() for r in range(model.rowCount())]


def test_enter_reads_the_passage_in_its_source(qtbot, window, sources, parallel):
    view, model = parallel.view, parallel.view.model()
    view.setFocus()
    view.setCurrentIndex(model.index(3, RIGHT))
    uid = model.cell(model.index(3, RIGHT))[0].uid

    qtbot.keyClick(view, Qt.Key.Key_Return)

    assert sources.desk.reading
    assert window.context.session.store.get(Passage, uid).source == sources.reader.source_uid


def test_a_pair_is_a_place(window, sources):
    pair = next(p for p in window.context.session.store.all(Pair) if p.left and p.right)

    window.context.places.go(Place(Room.SOURCES, Pair, pair.uid))

    assert sources.desk.currentWidget() is sources.desk.parallel
    current = sources.desk.parallel.view.currentIndex()
    assert pair.left[0] in [p.uid for p in sources.desk.parallel.view.model().cell(current)]


def test_the_table_of_versions_is_sound(qtmodeltester, parallel):
    qtmodeltester.check(parallel.view.model())


def test_chosen_passages_are_copied_as_text(qtbot, window, parallel):
    view, model = parallel.view, parallel.view.model()
    view.setFocus()
    view.setCurrentIndex(model.index(3, LEFT))

    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QApplication.clipboard().text() == model.cell(model.index(3, LEFT))[0].text
