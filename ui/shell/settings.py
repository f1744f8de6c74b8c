"""Settings: they take effect at once, and can be put back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui.settings import Appearance, SettingsStore
from ui.shell.closing import closing
from ui.speech import Speech
from ui.widgets.form import Form


class SettingsDialog(QDialog):
    """What the user may choose. There is nothing to confirm."""

    def __init__(self, settings: SettingsStore, speech: Speech, parent: QWidget) -> None:
        super().__init__(parent)
        _ = speech.gettext
        self._settings = settings
        self.setWindowTitle(_("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language = _chooser(
            (("", _("As the system")), ("en", "English"), ("fr", "Français"), ("zh", "简体中文"))
        )
        self._appearance = _chooser(
            (
                (Appearance.SYSTEM, _("As the system")),
                (Appearance.LIGHT, _("Light")),
                (Appearance.DARK, _("Dark")),
                (Appearance.LIGHT_CONTRAST, _("Light, high contrast")),
                (Appearance.DARK_CONTRAST, _("Dark, high contrast")),
            )
        )
        self._author = QLineEdit()
        self._size = QSpinBox()
        self._size.setRange(-3, 12)
        self._reopen = QCheckBox(_("Open the last book when the program starts"))
        form = Form()
        form.addRow(_("&Language of the windows"), self._language)
        form.addRow(_("&Appearance"), self._appearance)
        form.addRow(_("&Your name in the history"), self._author)
        form.addRow(_("&Steps larger or smaller for reading"), self._size)
        form.addRow("", self._reopen)
        reset = QPushButton(_("&Put everything back"))
        reset.setAutoDefault(False)  # Return must not put everything back
        reset.clicked.connect(self._reset)
        foot = QHBoxLayout()
        foot.addWidget(reset)
        foot.addStretch(1)
        foot.addWidget(closing(self))
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addLayout(foot)
        self._show()
        self._language.activated.connect(self._change)
        self._appearance.activated.connect(self._change)
        self._author.editingFinished.connect(self._change)
        self._size.valueChanged.connect(self._change)
        self._reopen.clicked.connect(self._change)

    def _show(self) -> None:
        now = self._settings.now
        self._language.setCurrentIndex(max(self._language.findData(now.language), 0))
        self._appearance.setCurrentIndex(max(self._appearance.findData(now.appearance), 0))
        self._author.setText(now.author)
        self._size.setValue(now.reading_size)
        self._reopen.setChecked(now.reopen)

    def _change(self) -> None:
        self._settings.change(
            language=self._language.currentData(),
            appearance=Appearance(self._appearance.currentData()),
            author=self._author.text().strip(),
            reading_size=self._size.value(),
            reopen=self._reopen.isChecked(),
        )

    def _reset(self) -> None:
        self._settings.reset()
        self._show()


def _chooser(entries: tuple[tuple[str, str], ...]) -> QComboBox:
    box = QComboBox()
    for value, words in entries:
        box.addItem(words, value)
    return box
