"""The library of sources: found, filtered, sorted, described and removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel

from briefing.edits import Edit, EditName, Replace
from briefing.operations.sources import change_source
from briefing.store import SourceLine
from briefing.things import Candidate, CandidateState, Instrument, Passage, Source
from ui.places import Place, Room
from ui.reader import walk
from ui.roles import UID
from ui.sources.library import LibraryView
from ui.sources.library_delegate import broken
from ui.sources.library_lines import Filter, Order, releases
from ui.sources.library_model import BETWEEN, COUNTS, LibraryModel
from ui.speech import Speech


def line(uid: str, **more: object) -> SourceLine:
    known = {
        "title": uid, "file_name": f"{uid}.txt", "media_type": "text/plain", "issuer": "",
        "issued": None, "instrument": Instrument.OTHER, "copy_of": None, "marking": "",
        "langs": ("en",), "release": uid,
    }  # fmt: skip
    return SourceLine(uid=uid, **{**known, **more})


LINES = (
    line("a", title="Énergie", issued=date(2026, 1, 2), issuer="Zed", langs=("fr",), candidates=2),
    line("b", title="Fisheries", issued=date(2026, 3, 4), issuer="Office"),
    line("c", title="Fish (copy)", release="b", copy_of="b"),
    line("d", title="Alpha", instrument=Instrument.ROADMAP),
)


def shown(wanted: Filter = Filter(), order: Order = Order.DATE) -> list[str]:  # noqa: B008
    return [" ".join(x.uid for x in release) for release in releases(LINES, wanted, order)]


def titles(view) -> list[str]:
    model = view.model()

    def below(parent: QModelIndex):
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            yield index.data()
            yield from below(index)

    return list(below(QModelIndex()))


@pytest.mark.parametrize(
    ("order", "uids"),
    [
        (Order.DATE, ["b c", "a", "d"]),
        (Order.TITLE, ["d", "a", "b c"]),
        (Order.ISSUER, ["b c", "a", "d"]),
    ],
)
def test_releases_are_sorted_by_their_first_source(order, uids):
    assert shown(order=order) == uids


@pytest.mark.parametrize(
    ("wanted", "uids"),
    [
        (Filter(words="energie ZED"), ["a"]),
        (Filter(words="fish"), ["b c"]),
        (Filter(lang="fr"), ["a"]),
        (Filter(instrument="roadmap"), ["d"]),
        (Filter(undecided=True), ["a"]),
        (Filter(words="nothing"), []),
    ],
)
def test_a_filter_lets_through_what_it_names(wanted, uids):
    assert shown(wanted) == uids


def test_the_tree_of_releases_is_sound(qtmodeltester):
    model = LibraryModel(Speech.of("en"))
    model.show(releases(LINES, Filter(), Order.DATE))

    qtmodeltester.check(model)

    child = model.index_of("c")
    assert child.parent().data(UID) == "b"
    assert model.line(child).title == "Fish (copy)"


def test_counts_alone_do_not_reset_the_tree(qtbot):
    model = LibraryModel(Speech.of("en"))
    model.show(releases(LINES, Filter(), Order.DATE))
    fewer = [line("a", title="Énergie", issued=date(2026, 1, 2), candidates=1), *LINES[1:]]

    with qtbot.waitSignal(model.dataChanged):
        reset = model.show(releases(fewer, Filter(), Order.DATE))

    assert not reset
    assert model.index_of("a").data(COUNTS) == "1 to decide"


def test_typing_in_the_filter_narrows_the_library(qtbot, window, sources):
    window.context.actions["source.filter"].trigger()

    qtbot.keyClicks(sources.library.filter_bar.words, "feuille")
    assert titles(sources.library.view) == ["Feuille de route pour un partenariat du Détroit"]

    sources.library.filter_bar.clear()
    assert len(titles(sources.library.view)) == 2


def test_down_goes_from_the_filter_to_what_it_left_and_escape_empties_it(qtbot, window, sources):
    view, words = sources.library.view, sources.library.filter_bar.words
    window.context.actions["source.filter"].trigger()
    qtbot.keyClicks(words, "feuille")

    qtbot.keyClick(words, Qt.Key.Key_Down)
    assert view.hasFocus()
    assert view.currentIndex().data() == "Feuille de route pour un partenariat du Détroit"

    window.context.actions["source.filter"].trigger()
    qtbot.keyClick(words, Qt.Key.Key_Escape)
    assert not words.text()
    assert words.hasFocus()
    qtbot.keyClick(words, Qt.Key.Key_Escape)
    assert view.hasFocus()


def test_a_long_word_in_the_filter_takes_no_room_from_the_choices_above_it(qtbot, sources):
    bar = sources.library.filter_bar
    bar.undecided.setText("Candidats en suspens")  # as in French

    bar.resize(270, bar.height())
    bar.layout().activate()

    assert abs(bar.lang.width() - bar.instrument.width()) <= 1


def test_letters_go_to_the_title_that_begins_with_them(qtbot, sources):
    view = sources.library.view
    view.setFocus()

    qtbot.keyClicks(view, "feui")

    assert view.currentIndex().data() == "Feuille de route pour un partenariat du Détroit"


def test_enter_in_the_library_opens_the_source_in_the_reader(qtbot, sources):
    view = sources.library.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)

    qtbot.keyClick(view, Qt.Key.Key_Return)

    assert sources.reader.source_uid == sources.library.current()
    assert sources.reader.isAncestorOf(sources.window().focusWidget())


def test_a_source_that_was_renamed_in_another_room_is_listed_so_when_one_comes_back(
    qtbot, window, sources
):
    session, places = window.context.session, window.context.places
    places.go(Place(Room.OVERVIEW))
    with qtbot.assertNotEmitted(sources.library.counted, wait=400):
        session.run(change_source(session.store.all(Source)[0], title="Declaration of the ports"))

    places.go(Place(Room.SOURCES))

    assert "Declaration of the ports" in titles(sources.library.view)


def test_details_that_changed_while_another_room_was_shown_are_shown(window, sources):
    session, places = window.context.session, window.context.places
    window.context.actions["source.details"].trigger()
    source = session.store.get(Source, sources.library.current())
    places.go(Place(Room.OVERVIEW))

    session.run(change_source(source, title="Declaration of the ports"))
    places.go(Place(Room.SOURCES))

    assert sources.details.form.title.text() == "Declaration of the ports"


def test_a_title_that_is_being_typed_is_in_the_book_before_it_is_read(qtbot, window, sources):
    session = window.context.session
    window.context.actions["source.details"].trigger()
    sources.details.form.title.selectAll()
    qtbot.keyClicks(sources.details.form.title, "Ports")

    session.flush()

    assert session.store.get(Source, sources.library.current()).title == "Ports"


def test_details_are_changed_in_place_and_undone(qtbot, window, sources):
    qtbot.keyClick(window, Qt.Key.Key_F2)
    form = sources.details.form
    qtbot.keyClicks(form.title, "Another roadmap")
    qtbot.keyClick(form.title, Qt.Key.Key_Return)

    store = window.context.session.store
    assert store.get(Source, sources.library.current()).title == "Another roadmap"
    qtbot.waitUntil(lambda: titles(sources.library.view)[0] == "Another roadmap")

    window.context.session.undo()
    assert form.title.text() == "Roadmap for a Strait Partnership"


def test_a_party_is_named_by_hand_and_one_that_nobody_knows_is_refused(qtbot, window, sources):
    window.context.actions["source.details"].trigger()
    field = sources.details.form.parties
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "XA, France")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    store = window.context.session.store
    assert len(store.get(Source, sources.library.current()).parties) == 2

    field.selectAll()
    qtbot.keyClicks(field, "Atlantis")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert field.text() == "Aldmark, France"


def test_a_date_that_is_none_is_not_taken(qtbot, window, sources):
    window.context.actions["source.details"].trigger()
    field = sources.details.form.issued
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "soon")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert field.text() == "4 Mar 2026"


def test_a_source_on_which_something_rests_stays_and_says_why(qtbot, window, sources):
    with qtbot.waitSignal(window.context.notices.said) as said:
        window.context.actions["source.remove"].trigger()

    assert "Remove that first" in said.args[0].text
    assert len(window.context.session.store.all(Source)) == 2


def test_a_source_that_nothing_rests_on_goes_and_comes_back(qtbot, window, sources, tmp_path):
    path = tmp_path / "lone.txt"
    path.write_text("Declaration on Seeds\n\nNothing is promised in it by anybody at all.\n")
    sources.import_files([path])
    with qtbot.waitSignal(sources.importer.imported, timeout=30_000):
        qtbot.keyClick(sources.desk.sheet.table, Qt.Key.Key_Return)
    uid = sources.library.current()

    window.context.actions["source.remove"].trigger()
    qtbot.waitUntil(lambda: len(titles(sources.library.view)) == 2)
    window.context.session.undo()
    qtbot.waitUntil(lambda: len(titles(sources.library.view)) == 3)

    assert window.context.session.store.find(Source, uid) is not None


def test_counts_follow_what_is_decided(qtbot, window, sources):
    session = window.context.session
    source = session.store.all(Source)[0]
    candidate = session.store.where(Candidate, source=source.uid)[0]
    open_one = replace(candidate, state=CandidateState.PROPOSED, commitment=None)
    session.run(Edit(EditName.RECONSIDER_CANDIDATES, (Replace(candidate, open_one),)))

    model = sources.library.view.model()
    qtbot.waitUntil(lambda: "1 to decide" in model.index_of(source.uid).data(COUNTS), timeout=2_000)


def test_the_last_source_and_passage_are_found_again(qtbot, window, sources):
    store = window.context.session.store
    second = store.source_lines()[1].uid
    passage = store.where(Passage, source=second)[9]
    window.context.places.go(Place(Room.SOURCES, Passage, passage.uid))
    sources.desk.passage = passage.uid
    sources.leave()

    again = type(sources)(window.context)
    qtbot.addWidget(again)
    again.show_place(Place(Room.SOURCES))
    qtbot.waitUntil(lambda: again.begun)

    assert again.library.current() == again.reader.source_uid == second
    assert again.desk.passage == passage.uid


def test_a_book_without_sources_says_how_to_begin(qtbot, window, sources):
    sources.desk.show_source("", [])

    assert "Begin with what was promised" in words_of(sources.desk.currentWidget())


def words_of(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_whoever_first_comes_to_a_passage_finds_its_source_chosen_in_the_library(window):
    passage = window.context.session.store.all(Passage)[8]

    window.context.places.go(Place(Room.SOURCES, Passage, passage.uid))

    assert window.workspace(Room.SOURCES).library.current() == passage.source


def test_a_source_that_the_filter_hides_can_still_be_looked_at(qtbot, window, sources):
    title = "Roadmap for a Strait Partnership"
    qtbot.keyClicks(sources.library.filter_bar.words, "feuille")

    window.context.actions["source.parallel"].trigger()

    assert sources.desk.parallel.bar.left.currentText().endswith(title)
    assert title in words_of(sources)


def test_a_folded_column_stays_folded(qtbot, window, sources):
    qtbot.keyClick(window, Qt.Key.Key_F9)
    window.context.actions["source.original"].trigger()
    assert not sources.library.isVisible()

    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert sources.library.isVisible()


def test_the_card_stands_beside_the_reader_alone(window, sources):
    assert sources.reader.card.isVisible()

    window.context.actions["source.parallel"].trigger()
    assert not sources.reader.card.isVisible()

    window.context.actions["source.read"].trigger()
    assert sources.reader.card.isVisible()


def test_the_original_is_written_as_it_was_received(qtbot, window, sources, tmp_path):
    target = tmp_path / "out.html"
    window.context.files.save = lambda *arguments: arguments[-1]([target])

    window.context.actions["source.save-original"].trigger()

    source = window.context.session.store.get(Source, sources.library.current())
    assert target.read_bytes() == window.context.session.store.original(source.original)


def test_looking_again_where_all_was_decided_says_so(qtbot, window, sources):
    with qtbot.waitSignal(window.context.notices.said, timeout=30_000) as said:
        window.context.actions["source.look"].trigger()

    assert "not been looked at" in said.args[0].text or "more candidate" in said.args[0].text


def test_who_comes_back_looks_at_the_candidate_of_the_passage_they_read(qtbot, window, sources):
    order = sources.reader.attention.order
    left = order[-1]
    first_there = next(c for c in order if c.anchors[0].passage == left.anchors[0].passage)
    sources.reader.attention.filter = walk.Filter.ALL
    sources.reader.attention.look_at(left.uid)
    sources.leave()
    sources.desk.passage = ""
    sources.reader.attention.look_at(order[0].uid)

    sources._deeds.source = ""
    list(sources._come_back())

    assert sources.reader.attention.candidate.uid == first_there.uid
    assert sources.desk.passage == left.anchors[0].passage


def test_what_is_to_be_done_in_a_source_is_broken_into_lines_and_never_cut(qtbot, window):
    model = LibraryModel(Speech.of("fr"))
    view = LibraryView(window.context, model)
    qtbot.addWidget(view)
    view.resize(270, 300)
    bare = line("1", title="T")
    full = line("1", title="T", candidates=3, commitments=32, cuts=1, annotations=3)
    heights = []
    for one in (bare, full):
        model.show([(one,)])
        view.show()
        heights.append(view.sizeHintForIndex(model.index(0, 0)).height())

    step = 17
    assert heights[1] - heights[0] >= 2 * step


def test_no_entry_of_a_small_line_is_divided():
    metrics = QFontMetrics(QFont())
    text = BETWEEN.join(("32 commitments", "1 cut passage", "3 annotations"))
    wide = metrics.horizontalAdvance(BETWEEN.join(("32 commitments", "1 cut passage")))

    assert broken(text, metrics, wide + 2) == [
        BETWEEN.join(("32 commitments", "1 cut passage")),
        "3 annotations",
    ]
