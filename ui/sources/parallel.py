"""Two language versions side by side, and the mending of what pairs them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from briefing.edits import Edit
from briefing.operations import pairing
from briefing.store import SourceLine
from briefing.things import Exclusion, Finding, Pair, Passage
from ui.context import Context
from ui.doing import attempt
from ui.places import Place, Room
from ui.processes import Job, WorkerLost
from ui.roles import UID
from ui.sources.actions import FINDINGS, PARALLEL
from ui.sources.parallel_model import LEFT, RIGHT, ParallelModel, uids_of
from ui.sources.parallel_rows import ParallelRow, parallel_rows
from ui.sources.parallel_view import ParallelView
from ui.sources.version_bar import VersionBar
from ui.sources.work import align_afresh
from ui.widgets.follower import Follower

_FOUND = (Finding.NONE, Finding.WEAKER, Finding.ABSENT, Finding.DAMAGED)
_OF_TWO = (Finding.NONE, Finding.WEAKER)
"""What can be said only where there are words on both sides."""


class ParallelPane(QWidget):
    """The versions of one release, two at a time."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lines: list[SourceLine] = []
        self._pairs: dict[str, Pair] = {}
        self._job: Job | None = None
        self._model = ParallelModel(context, self)
        self.view = ParallelView(context, self._model)
        context.actions.add(PARALLEL, self.view)
        self.bar = VersionBar(context)
        self._lay_out()
        self.bar.changed.connect(self._reload)
        self._answer()
        self.view.selectionModel().selectionChanged.connect(self._settle)
        self.view.activated.connect(self._open)
        self.view.customContextMenuRequested.connect(self._menu)
        self.view.zoomed.connect(self._zoom)
        self._model.dropped.connect(self._pair)
        self._follower = Follower(context.session, self, Pair, Passage, Exclusion)
        self._follower.due.connect(self._reload)
        context.look.changed.connect(self.view.viewport().update)
        context.settings.changed.connect(self.view.set_heights)

    def show_release(self, lines: Sequence[SourceLine], source: str) -> None:
        """Offer the versions of a release, and show two, one of them of this source."""
        self._lines = list(lines)
        versions = pairing.versions_of(self._context.session.store, [x.uid for x in lines])
        self.bar.offer(versions, lines, source)
        self._reload()

    def show_passage(self, uid: str) -> None:
        """Scroll to a passage."""
        row = self._model.row_of(uid)
        if row >= 0:
            column = LEFT if any(p.uid == uid for p in self._model.row(row).left) else RIGHT
            index = self._model.index(row, column)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index, self.view.ScrollHint.PositionAtCenter)

    def _answer(self) -> None:
        on = self._context.actions.on
        on("parallel.pair", self.pair_chosen)
        on("parallel.unpair", self.unpair_chosen)
        on("parallel.align", self.align)
        for name in FINDINGS:
            on(name, self._find)

    # What the adviser does

    def pair_chosen(self) -> None:
        """Pair the chosen passages of both sides."""
        left, right = self._chosen(LEFT), self._chosen(RIGHT)
        if left and right:
            self._pair(left, right)
        else:
            _ = self._context.gettext
            self._context.notices.advise(
                _("Choose passages on both sides first: Ctrl+click, or Ctrl+Space with the keys.")
            )

    def unpair_chosen(self) -> None:
        """Take the chosen pairs apart."""
        pairs = self._chosen_pairs()
        if pairs:
            self._run(pairing.unpair(pairs))

    def align(self) -> None:
        """Pair both versions afresh, around what was set by hand."""
        if self.bar.chosen is None:
            return
        job = self._context.book_shop.book_job(align_afresh, *self.bar.chosen)
        job.finished.connect(self._on_aligned)
        job.failed.connect(self._on_failed)
        self._context.notices.watch(self._context.gettext("Aligning two versions"), job)
        self._job = job  # a job has no other owner once it has ended
        job.start()

    def _on_aligned(self, pairs: tuple[Pair, ...]) -> None:
        left, right = self._sides()
        here = {pair.uid for pair in pairing.between(self._pairs.values(), left, right)}
        old = [pair for uid, pair in self._pairs.items() if uid in here]
        self._run(pairing.align_again(old, pairs, self._lines[0].title if self._lines else ""))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, WorkerLost):
            raise error
        _ = self._context.gettext
        self._context.notices.advise(_("Aligning broke off. Nothing was changed: try again."))

    def _find(self) -> None:
        finding = _FOUND[FINDINGS.index(self.sender().objectName())]
        edits = [
            pairing.pair_by_hand(
                self._pairs.values(), uids_of(row.left), uids_of(row.right), finding
            )
            for row in self._chosen_rows()
        ]
        if edits:
            changes = tuple(change for edit in edits for change in edit.changes)
            self._run(Edit(edits[0].name, changes))

    def _pair(self, left: Sequence[str], right: Sequence[str]) -> None:
        self._run(pairing.pair_by_hand(self._pairs.values(), left, right))
        self.show_passage(left[0])

    def _run(self, edit: Edit) -> None:
        attempt(self._context, lambda: edit)

    def _chosen(self, column: int) -> list[str]:
        indexes = [i for i in self.view.selectedIndexes() if i.column() == column]
        indexes.sort(key=QModelIndex.row)
        return [uid for index in indexes for uid in uids_of(self._model.cell(index))]

    def _chosen_rows(self) -> list[ParallelRow]:
        rows = {index.row() for index in self.view.selectedIndexes()}
        return [self._model.row(row) for row in sorted(rows)]

    def _chosen_pairs(self) -> list[Pair]:
        pairs = (row.pair for row in self._chosen_rows())
        return [self._pairs[pair.uid] for pair in pairs if pair is not None]

    def _passage_at(self, index: QModelIndex) -> str:
        """The passage of a cell, or on the line between two that stands beside it; "" for none."""
        if not index.isValid():
            return ""
        row = self._model.row(index.row())
        return next(iter(uids_of(self._model.cell(index) or row.left or row.right)), "")

    # What is shown

    def _sides(self) -> tuple[list[Passage], list[Passage]]:
        if self.bar.chosen is None:
            return [], []
        left, right = self.bar.chosen
        store = self._context.session.store
        return pairing.passages_in(store, left), pairing.passages_in(store, right)

    def _reload(self) -> None:
        self._follower.settle()
        store = self._context.session.store
        left, right = self._sides()
        self._stack.setCurrentIndex(0 if left and right else 1)
        kept = self.view.currentIndex()
        column, uid = kept.column(), self._passage_at(kept)
        scrolled = self.view.verticalScrollBar().value()
        self._pairs = {pair.uid: pair for pair in store.pairs_of([x.uid for x in self._lines])}
        pairs = pairing.between(self._pairs.values(), left, right)
        numbers = store.passage_numbers([p.uid for p in (*left, *right)])
        self._model.show(parallel_rows(left, right, pairs), numbers, self.bar.names)
        row = self._model.row_of(uid)
        if row >= 0:
            self.view.setCurrentIndex(self._model.index(row, column))
            self.view.verticalScrollBar().setValue(scrolled)
        self._settle()

    def _settle(self) -> None:
        enable = self._context.actions.enable
        chosen = self.isVisible() and bool(self.view.selectedIndexes())
        enable("parallel.pair", chosen)
        enable("parallel.unpair", bool(chosen and self._chosen_pairs()))
        both = chosen and all(row.left and row.right for row in self._chosen_rows())
        for name, finding in zip(FINDINGS, _FOUND, strict=True):
            enable(name, both if finding in _OF_TWO else chosen)
        enable("parallel.align", self._model.rowCount() > 0)

    def _open(self, index: QModelIndex) -> None:
        uid = index.data(UID)
        if uid:
            self._context.places.go(Place(Room.SOURCES, Passage, str(uid)))

    def _zoom(self, steps: int) -> None:
        settings = self._context.settings
        settings.change(reading_size=max(-3, min(settings.now.reading_size + steps, 12)))

    def _menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in ("parallel.pair", "parallel.unpair"):
            menu.addAction(self._context.actions[name])
        menu.addSeparator()
        for name in FINDINGS:
            menu.addAction(self._context.actions[name])
        menu.popup(self.view.viewport().mapToGlobal(place))

    def _lay_out(self) -> None:
        _ = self._context.gettext
        words = _(
            "There is only one language version here.\nImport the other one with the same date:"
            " its passages are paired with these, and both are shown side by side."
        )
        alone = QLabel(words, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        alone.setProperty("role", "quiet")
        alone.setContentsMargins(32, 32, 32, 32)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(alone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, stretch=1)
