"""The right column: material and preview, as tabs or, where there is room, side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QTabWidget, QVBoxLayout, QWidget

from ui.book.material_pane import MaterialPane
from ui.context import Context
from ui.preview.pane import PreviewPane

WIDE = 1_700
"""Pixels of the window from which both are shown."""
_WIDTHS = (300, 440)


class SidePane(QWidget):
    """Shows one of its panes, or both."""

    def __init__(
        self,
        context: Context,
        material: MaterialPane,
        preview: PreviewPane,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._context = context
        self._panes: dict[str, QWidget] = {_("Material"): material, _("Preview"): preview}
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setAccessibleName(_("Material and preview"))
        self._both = QSplitter(Qt.Orientation.Horizontal)
        self._both.setHandleWidth(1)
        self._both.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._tabs)
        column.addWidget(self._both)
        self._wide: bool | None = None
        self.arrange(wide=False)
        self._tabs.setCurrentIndex(int(context.settings.recall("book/side", 0)))
        self._tabs.currentChanged.connect(self._keep)

    @property
    def wanted_width(self) -> int:
        """How wide it is when nobody has said otherwise."""
        return sum(_WIDTHS) if self._wide else 400

    @property
    def tabs(self) -> QWidget:
        """Where one of the panes is chosen."""
        return self._tabs

    def show_material(self) -> None:
        """Have the material in sight."""
        self._tabs.setCurrentIndex(0)

    def show_preview(self) -> None:
        """Have the printed pages in sight."""
        self._tabs.setCurrentIndex(1)

    def arrange(self, *, wide: bool) -> bool:
        """Show both panes or one; False if that is so already."""
        if wide == self._wide:
            return False
        at = self._tabs.currentIndex()
        self._wide = wide
        self._tabs.setVisible(not wide)
        self._both.setVisible(wide)
        for title, pane in self._panes.items():
            if wide:
                self._both.addWidget(_headed(title, pane))
                pane.show()
            else:
                self._tabs.addTab(pane, title)
        if wide:
            self._both.setSizes(list(_WIDTHS))
        elif at >= 0:
            self._tabs.setCurrentIndex(at)
        return True

    def _keep(self, at: int) -> None:
        if not self._wide:
            self._context.settings.remember("book/side", at)


def _headed(title: str, pane: QWidget) -> QWidget:
    """A pane under its name, which the tab said before."""
    framed = QWidget()
    heading = QLabel(title)
    heading.setProperty("role", "heading")
    heading.setContentsMargins(12, 8, 8, 4)
    column = QVBoxLayout(framed)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(heading)
    column.addWidget(pane, stretch=1)
    return framed
