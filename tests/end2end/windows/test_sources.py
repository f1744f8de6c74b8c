"""An adviser's morning with sources: dropped, looked at, taken in, read in two languages."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

import resources
from briefing.things import Candidate, Pair, Passage, Source
from ui.making import make_book
from ui.places import Place, Room
from ui.sources.parallel_model import LEFT, LINK, RIGHT

SAMPLES = Path(resources.__file__).parent / "sample"
FILES = (SAMPLES / "strait-roadmap.html", SAMPLES / "feuille-de-route.txt")
PATIENCE = 60_000


def dropped(*paths: Path) -> QDropEvent:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(400, 300),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.kept = mime  # the event does not own it
    return event


def test_from_two_files_on_the_window_to_versions_side_by_side(qtbot, program, tmp_path):
    book = tmp_path / "morning.briefing"
    make_book(book, "A morning", "en").close()
    window = program.open(book)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    actions, session = window.context.actions, window.context.session

    window.dropEvent(dropped(*FILES))
    sources = window.workspace(Room.SOURCES)
    sheet = sources.desk.sheet
    qtbot.waitUntil(lambda: sheet.isVisible() and not sources.importer.busy, timeout=PATIENCE)
    states = [sheet.table.model().index(row, 1).data() for row in range(2)]
    assert states == ["✓ Ready", "↔ Version of row 1"]
    assert session.store.count(Source) == 0

    with qtbot.waitSignal(sources.importer.imported, timeout=PATIENCE):
        qtbot.keyClick(sheet.table, Qt.Key.Key_Return)
    assert session.store.count(Source) == 2
    found = session.store.count(Candidate)
    assert found > 30
    assert sources.desk.reading

    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    view = sources.desk.parallel.view
    model = view.model()
    chosen = view.selectionModel()
    chosen.select(model.index(3, LEFT), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    chosen.select(model.index(3, RIGHT), QItemSelectionModel.SelectionFlag.Select)
    qtbot.keyClick(view, Qt.Key.Key_P)
    assert model.index(3, LINK).data() == "■ set by hand"
    uid = model.cell(model.index(3, LEFT))[0].uid

    qtbot.keyClick(window, Qt.Key.Key_F2)
    qtbot.keyClicks(sources.details.form.title, "Roadmap")
    qtbot.keyClick(sources.details.form.title, Qt.Key.Key_Return)
    assert session.store.source_lines()[0].title == "Roadmap"

    window.context.places.go(Place(Room.SOURCES, Passage, uid))
    actions["source.original"].trigger()
    original = sources.desk.original
    qtbot.waitUntil(lambda: original.shown is original.page, timeout=PATIENCE)

    for _step in range(4):
        session.undo()
    qtbot.waitUntil(lambda: sources.library.lines == [])
    assert session.store.count(Source) == session.store.count(Pair) == 0
    assert "Begin with what was promised" in [
        label.text() for label in sources.desk.currentWidget().children() if hasattr(label, "text")
    ]

    for _step in range(4):
        session.redo()
    assert session.store.count(Candidate) == found
    window.close()

    again = program.open(book)
    qtbot.addWidget(again)
    again.show()
    assert again.context.places.here.room is Room.SOURCES
    assert again.workspace(Room.SOURCES).library.lines[0].title == "Roadmap"
