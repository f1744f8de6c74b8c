"""Files and pasted texts on their way into the book."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication, QLabel, QStyle, QStyleOptionViewItem

import resources
from briefing.things import Candidate, Exclusion, Passage, Source
from ui.roles import UID
from ui.sources.import_model import DATE, KIND, LANGS, NAME, STATE
from ui.sources.import_row import Stage

SAMPLES = Path(resources.__file__).parent / "sample"
PATIENCE = 30_000


@pytest.fixture
def communique(tmp_path) -> Path:
    path = tmp_path / "communique.txt"
    path.write_text(
        "Joint Communiqué of Aldmark and Marenne\n\nPort Laurent, 5 May 2026\n\nFisheries\n\n"
        "The two sides agreed to publish a joint register of fishing vessels by 2028. They will"
        " also train one hundred inspectors each year.\n\nHarbours\n\nAldmark committed to"
        " opening a second ferry line to Saltholm before the end of 2027.\n",
        encoding="utf-8",
    )
    return path


def read(qtbot, sources):
    qtbot.waitUntil(lambda: sources.importer.rows and not sources.importer.busy, timeout=PATIENCE)


def said(sources, column: int) -> list[str]:
    model = sources.desk.sheet.table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def titles(window) -> set[str]:
    return {line.title for line in window.context.session.store.source_lines()}


def shown_words(widget):
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_a_file_is_in_the_book_after_it_was_dropped_and_enter(qtbot, window, sources, communique):
    store = window.context.session.store
    sources.import_files([communique])
    read(qtbot, sources)
    before = store.count(Candidate)

    with qtbot.waitSignal(sources.importer.imported, timeout=PATIENCE):
        qtbot.keyClick(sources.desk.sheet.table, Qt.Key.Key_Return)

    made = store.source_lines()[-1]
    assert (made.title, made.issued.isoformat()) == (
        "Joint Communiqué of Aldmark and Marenne",
        "2026-05-05",
    )
    assert store.count(Candidate) == before + made.candidates == before + 3
    assert sources.reader.source_uid == sources.library.current() == made.uid
    assert sources.reader.isVisible()


def test_nothing_is_stored_by_a_sheet_that_is_left(qtbot, window, sources, communique):
    before = titles(window)
    sources.import_files([communique])
    read(qtbot, sources)

    qtbot.keyClick(sources.desk.sheet.table, Qt.Key.Key_Escape)

    assert titles(window) == before
    assert sources.importer.rows == []
    assert not sources.desk.sheet.isVisible()


def test_two_files_are_told_apart_and_taken_in_together(qtbot, window, sources, tmp_path):
    files = [SAMPLES / "strait-roadmap.html", SAMPLES / "feuille-de-route.txt"]
    sources.import_files(files)
    read(qtbot, sources)
    sources.importer.want(sources.importer.rows[0].key, wanted=True)
    sources.importer.want(sources.importer.rows[1].key, wanted=True)

    with qtbot.waitSignal(sources.importer.imported, timeout=PATIENCE):
        qtbot.keyClick(sources.desk.sheet.table, Qt.Key.Key_Enter)

    lines = window.context.session.store.source_lines()
    assert len(lines) == 4
    assert {line.copy_of for line in lines[2:]} == {lines[0].uid, lines[1].uid}


def test_the_very_same_file_is_not_ticked_and_says_why(qtbot, sources):
    sources.import_files([SAMPLES / "strait-roadmap.html"])
    read(qtbot, sources)

    assert [row.wanted for row in sources.importer.rows] == [False]
    assert said(sources, 1)[0] == "= The same file as “Roadmap for a Strait Partnership”"
    assert "this very file" in shown_words(sources.desk.sheet)
    assert not sources.desk.sheet.take.isEnabled()


def test_a_file_whose_tick_is_taken_away_is_not_called_one_of_the_book(qtbot, sources, communique):
    sources.import_files([communique])
    read(qtbot, sources)
    table = sources.desk.sheet.table

    table.model().setData(
        table.model().index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole
    )

    assert [row.wanted for row in sources.importer.rows] == [False]
    assert "this very file" not in shown_words(sources.desk.sheet)


def test_a_file_that_cannot_be_read_explains_itself_and_the_others_go_in(
    qtbot, window, sources, communique, tmp_path
):
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 and then nothing")
    empty = tmp_path / "empty.txt"
    empty.write_text(" \n ")
    sources.import_files([broken, communique, empty, tmp_path / "gone.pdf"])
    read(qtbot, sources)

    with qtbot.waitSignal(sources.importer.imported, timeout=PATIENCE):
        qtbot.keyClick(sources.desk.sheet.table, Qt.Key.Key_Return)

    assert "Joint Communiqué of Aldmark and Marenne" in titles(window)
    assert [row.name for row in sources.importer.rows] == ["broken.docx", "empty.txt", "gone.pdf"]
    assert sources.desk.sheet.isVisible()
    model = sources.desk.sheet.table.model()
    tips = [model.index(row, 1).data(Qt.ItemDataRole.ToolTipRole) for row in range(3)]
    assert "damaged" in tips[0]
    assert "holds no text" in tips[1]
    assert "Check the path" in tips[2]


def test_space_leaves_a_passage_out_and_puts_it_back(qtbot, window, sources, communique):
    sources.import_files([communique])
    read(qtbot, sources)
    preview = sources.desk.sheet.preview
    row = next(r for r in range(preview.model().rowCount())
               if preview.model().index(r, 0).data() == "Harbours")  # fmt: skip
    preview.setFocus()
    preview.setCurrentIndex(preview.model().index(row, 0))

    qtbot.keyClick(preview, Qt.Key.Key_Space)
    assert preview.model().index(row, 0).data() == "Left out: left out by hand\nHarbours"
    qtbot.keyClick(preview, Qt.Key.Key_Space)
    assert preview.model().index(row, 0).data() == "Harbours"
    qtbot.keyClick(preview, Qt.Key.Key_Space)
    with qtbot.waitSignal(sources.importer.imported, timeout=PATIENCE):
        qtbot.keyClick(sources.desk.sheet.table, Qt.Key.Key_Return)

    store = window.context.session.store
    harbours = next(p for p in store.all(Passage) if p.text == "Harbours")
    assert store.where(Exclusion, passage=harbours.uid)[0].reason == "adviser"


def test_what_is_typed_in_the_form_is_what_goes_in(qtbot, window, sources, communique):
    sources.import_files([communique])
    read(qtbot, sources)
    form = sources.desk.sheet.form
    for field, text in ((form.title, "Talks"), (form.issued, "6 May 2026"), (form.parties, "XA")):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    sources.desk.sheet.look.click()

    with qtbot.waitSignal(sources.importer.imported, timeout=PATIENCE):
        qtbot.keyClick(sources.desk.sheet.table, Qt.Key.Key_Return)

    made = window.context.session.store.all(Source)[-1]
    assert (made.title, made.issued.isoformat(), len(made.parties)) == ("Talks", "2026-05-06", 1)
    assert window.context.session.store.where(Candidate, source=made.uid) == []


def test_a_party_that_nobody_knows_keeps_the_file_in_the_sheet(qtbot, sources, communique):
    sources.import_files([communique])
    read(qtbot, sources)
    sources.importer.change(sources.importer.rows[0].key, "parties", ("Atlantis",))

    with qtbot.waitSignal(sources.importer.imported, timeout=PATIENCE):
        qtbot.keyClick(sources.desk.sheet.table, Qt.Key.Key_Return)

    assert [row.stage for row in sources.importer.rows] == [Stage.READY]
    assert "Atlantis" in sources.desk.sheet.table.model().index(0, 1).data(
        Qt.ItemDataRole.ToolTipRole
    )


def test_pasted_text_is_offered_as_a_source(qtbot, window, sources, communique):
    QApplication.clipboard().setText(communique.read_text("utf-8"))
    sources.library.view.setFocus()

    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    read(qtbot, sources)
    assert said(sources, 2) == ["Joint Communiqué of Aldmark and Marenne"]


def test_a_pasted_page_keeps_its_headings(qtbot, window, sources):
    mime = QMimeData()
    mime.setHtml("<h1>Accord</h1><h2>Énergie</h2><p>Les deux pays s’engagent à fermer leurs"
                 " centrales au charbon d’ici 2030, et à relier leurs réseaux.</p>")  # fmt: skip
    QApplication.clipboard().setMimeData(mime)

    window.context.actions["source.paste"].trigger()

    read(qtbot, sources)
    assert "Énergie" in [p.text for p in sources.importer.rows[0].taken.reading.kept]


def test_copied_files_are_read_as_files(qtbot, window, sources, communique):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(communique))])
    QApplication.clipboard().setMimeData(mime)

    window.context.actions["source.paste"].trigger()

    read(qtbot, sources)
    assert said(sources, 0) == ["communique.txt"]


def test_delete_takes_a_file_off_the_list(qtbot, sources, communique, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Another text altogether, about nothing that anybody has promised.")
    sources.import_files([communique, other])
    read(qtbot, sources)
    qtbot.waitUntil(lambda: sources.desk.sheet.table.currentIndex().isValid())

    qtbot.keyClick(sources.desk.sheet.table, Qt.Key.Key_Delete)

    assert [row.name for row in sources.importer.rows] == ["other.txt"]


def test_enter_while_files_are_read_takes_them_in_afterwards(qtbot, window, sources, communique):
    sources.import_files([communique])

    with qtbot.waitSignal(sources.importer.imported, timeout=PATIENCE):
        qtbot.keyClick(sources.desk.sheet.table, Qt.Key.Key_Return)

    assert "Joint Communiqué of Aldmark and Marenne" in titles(window)


def test_the_models_of_the_sheet_are_sound(qtbot, qtmodeltester, sources, communique):
    sources.import_files([communique])
    read(qtbot, sources)

    qtmodeltester.check(sources.desk.sheet.table.model())
    qtmodeltester.check(sources.desk.sheet.preview.model())

    assert sources.desk.sheet.table.model().index(0, 0).data(UID) == sources.importer.rows[0].key


def test_a_long_file_that_is_cancelled_while_it_is_stored_stays_in_the_sheet(
    qtbot, window, sources, tmp_path
):
    path = tmp_path / "roadmap.txt"
    lines = (f"Aldmark will build harbour number {n} by the end of 2030." for n in range(700))
    path.write_text("Roadmap for Harbours\n\n" + "\n\n".join(lines), encoding="utf-8")
    session, before = window.context.session, titles(window)
    sources.import_files([path])
    read(qtbot, sources)

    with qtbot.waitSignal(session.begun, timeout=PATIENCE) as begun:
        qtbot.keyClick(sources.desk.sheet.table, Qt.Key.Key_Return)
    with qtbot.waitSignal(begun.args[0].cancelled):
        begun.args[0].cancel()

    assert titles(window) == before
    assert [row.stage for row in sources.importer.rows] == [Stage.READY]
    with qtbot.waitSignal(sources.importer.imported, timeout=PATIENCE):
        qtbot.keyClick(sources.desk.sheet.table, Qt.Key.Key_Return)
    assert titles(window) == before | {"Roadmap for Harbours"}
    session.undo()
    assert titles(window) == before


@pytest.mark.parametrize("width", [760, 1000, 1500])
def test_the_columns_of_the_sheet_share_the_room_and_cut_no_short_word(
    qtbot, window, sources, communique, width
):
    window.resize(width + 100, 800)
    sources.import_files([communique])
    read(qtbot, sources)
    table = sources.desk.sheet.table
    table.resize(width, 200)
    table.setFixedWidth(width)
    columns = range(table.model().columnCount())

    def shared() -> bool:
        return sum(map(table.columnWidth, columns)) >= table.viewport().width()

    qtbot.waitUntil(shared)
    for column in (STATE, DATE, LANGS, KIND):
        assert table.columnWidth(column) >= table.sizeHintForColumn(column)
    if width > 760:
        assert sum(map(table.columnWidth, columns)) == table.viewport().width()
        assert table.columnWidth(NAME) >= table.sizeHintForColumn(NAME)


def test_a_column_of_the_sheet_that_was_dragged_stays(qtbot, sources, communique, tmp_path):
    sources.import_files([communique])
    read(qtbot, sources)
    table = sources.desk.sheet.table
    table.horizontalHeader().resizeSection(NAME, 333)
    table.resize(table.width() - 40, table.height())

    assert table.columnWidth(NAME) == 333


def test_the_names_of_files_stand_below_each_other_also_of_those_that_cannot_be_had(
    qtbot, sources, communique, tmp_path
):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing")
    sources.import_files([communique, broken])
    read(qtbot, sources)
    table = sources.desk.sheet.table

    starts = set()
    for row in range(2):
        index = table.model().index(row, NAME)
        option = QStyleOptionViewItem()
        table.initViewItemOption(option)
        option.rect = table.visualRect(index)
        table.itemDelegateForIndex(index).initStyleOption(option, index)
        words = QStyle.SubElement.SE_ItemViewItemText
        starts.add(table.style().subElementRect(words, option, table).left())

    assert said(sources, NAME) == ["communique.txt", "broken.pdf"]
    assert len(starts) == 1
