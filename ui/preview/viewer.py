"""A PDF that is kept in the book, in a window of its own: no copy of it is left anywhere."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.context import Context
from ui.preview.arrangement import of_tab
from ui.preview.finding import Finder
from ui.preview.gallery import Gallery
from ui.preview.press import TabPages
from ui.preview.view import PageView
from ui.preview.zooming import Zoom
from ui.widgets.pdf import PdfFile

_NAME = "edition"


class PdfWindow(QDialog):
    """Pages to read, to search and to copy from."""

    def __init__(
        self, context: Context, data: bytes, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(760, 900)
        self._gallery = Gallery(context.tasks, self)
        self.view = PageView(self._gallery, context.look)
        self.view.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.finder = Finder(context, self.view)
        column.addWidget(self.finder)
        column.addWidget(self.view)
        pages = _all_pages(data)
        self._gallery.put(pages)
        self.view.show_pages(of_tab(pages, 1))
        self.view.asked.connect(self._do)
        self.finished.connect(self._put_away)

    def _do(self, name: str) -> None:
        """Answer the keys that mean the pages."""
        view, now = self.view, self.view.percent / 100
        if name == "preview.copy":
            QGuiApplication.clipboard().setText(view.selector.words())
        elif name == "preview.actual":
            view.set_zoom(Zoom("", 1.0))
        elif name in {"preview.larger", "preview.smaller"}:
            view.set_zoom(view.zoom.step(now, 1 if name == "preview.larger" else -1))
        elif name == "preview.find":
            self.finder.open()

    def _put_away(self) -> None:
        self._gallery.close()
        self.deleteLater()


def _all_pages(data: bytes) -> TabPages:
    """A whole file as if it were one tab."""
    file = PdfFile(data)
    count, size = file.count(), file.size(0)
    file.close()
    return TabPages(_NAME, (0, 1, count), data, count, (), (), size)
