"""The short bar above the pages: which pages, which of them, how large."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from ui.actions import bare
from ui.context import Context
from ui.preview.zooming import FIT_PAGE, FIT_WIDTH, LEAST, MOST, STEPS, Zoom
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.icon_button import IconButton
from ui.widgets.naming import name_choice

_FIELD = 44
_MOST_DIGITS = 99_999


class EntryField(QLineEdit):
    """A field whose words count once they are entered, and which says when it is left."""

    left = Signal()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class PreviewBar(QFrame):
    """Shows where one is among the pages, and takes where one wants to be."""

    whole_chosen = Signal(bool)
    page_chosen = Signal(int)  # the number of a page
    zoom_chosen = Signal(object)  # a Zoom

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = self._gettext = context.gettext
        self.setProperty("role", "bar")
        self._context = context
        self._scope = ChoiceBox()
        self._scope.addItems([_("This tab"), _("Whole book")])
        self._scope.activated.connect(lambda at: self.whole_chosen.emit(bool(at)))
        self._at = (0, 0)
        self._page = EntryField()
        self._page.setFixedWidth(_FIELD)
        self._page.setValidator(QIntValidator(0, _MOST_DIGITS, self))
        self._page.setAccessibleName(_("Page"))
        self._page.returnPressed.connect(self._page_typed)
        self._page.left.connect(self._page_left)
        self._of = QLabel()
        self._size = (Zoom(), 100)
        self._zoom = ChoiceBox()
        self._zoom_text = EntryField()
        self._zoom.setLineEdit(self._zoom_text)
        # It would make 200 of a 20 that is typed.
        self._zoom.setCompleter(None)  # type: ignore[arg-type]
        self._zoom.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._zoom.addItems([_("Width"), _("Page"), *(f"{round(s * 100)} %" for s in STEPS)])
        self._zoom.setMinimumContentsLength(5)
        self._zoom.activated.connect(self._zoom_picked)
        self._zoom_text.returnPressed.connect(self._zoom_typed)
        self._zoom_text.left.connect(self._zoom_left)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self._scope)
        row.addStretch(1)
        row.addWidget(self._page)
        row.addWidget(self._of)
        row.addStretch(1)
        row.addWidget(self._button("preview.smaller"))
        row.addWidget(self._zoom)
        row.addWidget(self._button("preview.larger"))
        row.addWidget(self._more())
        name_choice(self._scope, self._gettext("Pages to show"))
        name_choice(self._zoom, self._gettext("Size of the pages"))

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(self._context.actions[name])
        return button

    def _more(self) -> QToolButton:
        """What is done less often."""
        _ = self._gettext
        menu = QMenu(self)
        for name in (
            "preview.two", "preview.working", "", "preview.width", "preview.fit",
            "preview.actual", "", "preview.copy", "preview.find",
        ):  # fmt: skip
            if name:
                menu.addAction(self._context.actions[name])
            else:
                menu.addSeparator()
        button = IconButton(self._context.look, "more", _("More for the pages"))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    # What is shown

    def show_scope(self, *, whole: bool) -> None:
        """Say whether all pages are shown."""
        self._scope.setCurrentIndex(int(whole))

    def show_page(self, number: int, total: int) -> None:
        """Say which page is looked at; 0 for what is not known yet."""
        self._at = (number, total)
        if not self._page.hasFocus() or not self._page.isModified():
            self._page.setText(str(number) if number else "")
        self._of.setText(self._gettext("of {pages}").format(pages=total) if total else "")
        self._page.setEnabled(bool(total))

    def show_zoom(self, zoom: Zoom, percent: int) -> None:
        """Say how large the pages are."""
        self._size = (zoom, percent)
        if not self._zoom_text.hasFocus() or not self._zoom_text.isModified():
            self._zoom.setEditText(f"{percent} %")
        names = {FIT_WIDTH: "preview.width", FIT_PAGE: "preview.fit"}
        self._zoom.setToolTip(
            bare(self._context.actions[names[zoom.fit]].text()) if zoom.fit else ""
        )

    # What is chosen

    def _page_typed(self) -> None:
        self._page.setModified(False)
        self.page_chosen.emit(int(self._page.text()))

    def _page_left(self) -> None:
        """Say again where one is: a number that was not entered leads nowhere."""
        self._page.setModified(False)
        self.show_page(*self._at)

    def _zoom_picked(self, at: int) -> None:
        fits = (FIT_WIDTH, FIT_PAGE)
        zoom = Zoom(fits[at]) if at < len(fits) else Zoom("", STEPS[at - len(fits)])
        self.zoom_chosen.emit(zoom)

    def _zoom_left(self) -> None:
        """Say again how large the pages are."""
        self._zoom_text.setModified(False)
        self.show_zoom(*self._size)

    def _zoom_typed(self) -> None:
        self._zoom_text.setModified(False)
        digits = "".join(c for c in self._zoom.currentText() if c.isdigit())
        if digits:
            self.zoom_chosen.emit(Zoom("", min(max(int(digits) / 100, LEAST), MOST)))
