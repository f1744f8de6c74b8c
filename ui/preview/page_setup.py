"""How the pages of a book look, for the preview, the printer and the export alike."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from ui.context import Context
from ui.preview.choices import recalled, remember
from ui.preview.form_fields import FormFields
from ui.widgets.form import Form


class PageSetup(QDialog):
    """Takes effect at once: the preview beside it shows what is chosen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._context = context
        self.setWindowTitle(_("Page set-up"))
        self._fields = FormFields(context, self)
        self._fields.show_choices(recalled(context))
        self._fields.changed.connect(self._keep)
        about = QLabel(_("For the preview, the printer and the export alike."), wordWrap=True)
        about.setProperty("role", "quiet")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        form = Form()
        form.setVerticalSpacing(8)
        self._fields.add_to(form)
        column.addLayout(form)
        column.addWidget(about)
        column.addWidget(buttons)

    def _keep(self) -> None:
        remember(self._context, self._fields.chosen(recalled(self._context)))
