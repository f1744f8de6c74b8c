"""The first page: recent books, a new one, and the sample to look around in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QPainter,
    QShortcut,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QMainWindow,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.looks import Look
from ui.looks.ring import paint_ring
from ui.making import SUFFIX
from ui.processes import Job
from ui.settings import SettingsStore
from ui.speech import Speech
from ui.widgets.icon_button import tint

Index = QModelIndex | QPersistentModelIndex


class RecentModel(QAbstractListModel):
    """Books that were open lately; those that are gone are shown as gone."""

    def __init__(
        self, settings: SettingsStore, speech: Speech, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._speech = speech
        self._paths: list[Path] = []
        self.read()
        settings.changed.connect(self.read)

    def read(self) -> None:
        """Look again."""
        paths = [Path(one) for one in self._settings.now.recent]
        if paths != self._paths:
            self.beginResetModel()
            self._paths = paths
            self.endResetModel()

    def path(self, row: int) -> Path:
        """One of the books."""
        return self._paths[row]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._paths)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        path = self._paths[index.row()]
        where = str(path.parent)
        if not path.exists():
            where = self._speech.gettext("No longer in {folder}").format(folder=path.parent)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return path.stem
            case Qt.ItemDataRole.ToolTipRole:
                return where
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{path.stem}, {where}"
        return None


class _TwoLines(QStyledItemDelegate):
    """A book's name, and under it where it lies."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(300, 2 * option.fontMetrics.height() + 16)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = self._look.colours
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.wash))
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, option.rect, colours, chosen=False)
        room = option.rect.adjusted(12, 8, -12, -8)
        painter.setPen(QColor(colours.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignTop, str(index.data()))
        painter.setPen(QColor(colours.quiet))
        where = option.fontMetrics.elidedText(
            str(index.data(Qt.ItemDataRole.ToolTipRole)),
            Qt.TextElideMode.ElideMiddle,
            room.width(),
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignBottom, where)
        painter.restore()


class StartWindow(QMainWindow):
    """Shown while no book is open."""

    new_asked = Signal()
    open_asked = Signal()
    sample_asked = Signal()
    settings_asked = Signal()
    book_chosen = Signal(object)  # a Path
    files_dropped = Signal(object)  # Paths that are to be the sources of a new book
    quit_asked = Signal()
    closed = Signal()

    def __init__(
        self, settings: SettingsStore, speech: Speech, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        _ = speech.gettext
        self._settings = settings
        self.setWindowTitle("Briefing")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.resize(900, 560)
        self.setMinimumSize(640, 420)
        self._model = RecentModel(settings, speech, self)
        self._trouble = QLabel(wordWrap=True)
        self._trouble.setProperty("role", "heading")
        self._trouble.hide()
        self._remedy: Callable[[], object] | None = None
        self._mend = QPushButton()
        self._mend.clicked.connect(self._mend_it)
        self._mend.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._mend.hide()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Making the sample book"))
        self._bar.hide()
        row = QHBoxLayout()
        row.setSpacing(32)
        row.addLayout(self._left(speech, look), stretch=2)
        row.addLayout(self._right(speech, look), stretch=3)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 32, 32, 24)
        column.setSpacing(16)
        column.addWidget(self._trouble)
        column.addWidget(self._mend)
        column.addWidget(self._bar)
        column.addLayout(row, stretch=1)
        hint = QLabel(
            _("Or drop a communiqué, a roadmap, any text of theirs here: it begins a new book."),
            wordWrap=True,
        )
        hint.setProperty("role", "quiet")
        column.addWidget(hint)
        self.setCentralWidget(page)
        self._answer_keys()
        if self._model.rowCount():
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer_keys(self) -> None:
        """Have the keys of the File menu do here what they do in the window of a book."""
        keys = QKeySequence.StandardKey
        for key, answer in (
            (keys.New, self.new_asked),
            (keys.Open, self.open_asked),
            (keys.Close, self.close),
            (keys.Quit, self.quit_asked),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(answer)

    def say(self, text: str, remedy: str = "", mend: Callable[[], object] | None = None) -> None:
        """Show what went wrong, above everything, and what can be done about it at once."""
        self._trouble.setText(text)
        self._trouble.show()
        self._remedy = mend
        self._mend.setText(remedy)
        self._mend.setVisible(mend is not None)
        self._mend.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mend_it(self) -> None:
        if self._remedy is not None:
            self._remedy()

    def watch(self, job: Job) -> None:
        """Show how far some work is, in place of what was wrong before."""
        self._trouble.hide()
        self._mend.hide()
        self._bar.setRange(0, 0)
        self._bar.show()
        job.progressed.connect(self._progressed)
        for ending in (job.finished, job.failed, job.cancelled):
            ending.connect(self._bar.hide)

    def _progressed(self, done: int, total: int) -> None:
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        books = [path for path in paths if path.suffix == SUFFIX]
        for book in books:
            self.book_chosen.emit(book)
        if paths and not books:
            self.files_dropped.emit(paths)

    def _left(self, speech: Speech, look: Look) -> QVBoxLayout:
        _ = speech.gettext
        title = QLabel("Briefing")
        title.setProperty("role", "title")
        about = QLabel(
            _(
                "From what governments publish to the book that is carried into the meeting:"
                " what was promised, by whom, where it stands, and which words it rests on."
            ),
            wordWrap=True,
        )
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(about)
        column.addSpacing(12)
        for text, icon, signal in (
            (_("&New book…"), "add", self.new_asked),
            (_("&Open a book…"), "folder", self.open_asked),
            (_("Look around in the &sample book"), "book", self.sample_asked),
            (_("Se&ttings…"), "settings", self.settings_asked),
        ):
            button = QPushButton(text)
            tint(button, look, icon)
            button.setMinimumHeight(36)
            button.setProperty("role", "wide")
            button.clicked.connect(signal)
            column.addWidget(button)
        column.addStretch(1)
        return column

    def _right(self, speech: Speech, look: Look) -> QVBoxLayout:
        _ = speech.gettext
        head = QLabel(_("&Recent books"))
        head.setProperty("role", "heading")
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(_TwoLines(look, self._list))
        self._list.activated.connect(self._open)
        head.setBuddy(self._list)
        self._list.setAccessibleName(_("Recent books"))
        self._clear = QPushButton(_("&Clear the list"))
        self._clear.clicked.connect(self._forget)
        self._empty = QLabel(_("None yet. The sample book shows what one can look like."))
        self._empty.setProperty("role", "quiet")
        self._empty.setWordWrap(True)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(self._empty)
        column.addWidget(self._list, stretch=1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._clear)
        column.addLayout(foot)
        column.addStretch(0)
        self._model.modelReset.connect(self._settle)
        self._settle()
        return column

    def _settle(self) -> None:
        any_there = self._model.rowCount() > 0
        self._empty.setVisible(not any_there)
        self._list.setVisible(any_there)
        self._clear.setVisible(any_there)
        if any_there:
            self._list.setCurrentIndex(self._model.index(0))

    def _open(self, index: QModelIndex) -> None:
        self.book_chosen.emit(self._model.path(index.row()))

    def _forget(self) -> None:
        self._settings.change(recent=())
