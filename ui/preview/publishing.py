"""Export, print and editions of one window: what leaves the book, and what is kept of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefing.errors import BriefingError, ExportFailed, Refused
from briefing.operations import books
from ui.clock import now_here
from ui.context import Context
from ui.doing import attempt
from ui.folders import show_folder
from ui.places import Place, Room
from ui.processes import Job, WorkerLost

if TYPE_CHECKING:
    from ui.preview.choices import Choices
    from ui.preview.export_job import Order, Written


class Publishing(QObject):
    """Answers the actions of the file menu; everything that they need is loaded when it is used."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._jobs: set[Job] = set()
        on = context.actions.on
        on("file.export", self.ask_all)
        on("file.print", self.ask_print)
        on("file.page-setup", self.ask_page_setup)
        on("file.editions", self.show_editions)

    # Export

    def ask_all(self) -> None:
        """Open the export sheet for the whole book."""
        self.ask_export()

    def ask_export(self, tabs: Sequence[str] = ()) -> None:
        """Open the export sheet, with some tabs ticked or all of them."""
        from ui.preview.export_sheet import ExportSheet  # noqa: PLC0415

        self._context.session.flush()
        sheet = ExportSheet(self._context, self._window, tabs)
        sheet.chosen.connect(self.export)
        sheet.list_asked.connect(self._show_list)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def export(self, choices: Choices, paths: list[Path], remark: str = "") -> None:
        """Write the book to files, in its own process; the window goes on meanwhile."""
        from ui.preview.export_job import export_files  # noqa: PLC0415

        order = self.order(choices, paths)
        job = self._context.book_shop.book_job(export_files, order)

        def done(written: Written) -> None:
            kept = self._archive(written, order, remark) if choices.edition else None
            self._say_exported(written, kept)

        _ = self._context.gettext
        names = _(", ").join(path.name for path in paths)
        self.begin(job, _("Exporting {names}").format(names=names), done, self.ask_export)

    def order(self, choices: Choices, paths: Sequence[Path] = ()) -> Order:
        """What the process is asked for; without paths, pages for a printer, which are not kept."""
        from ui.preview.export_job import Order  # noqa: PLC0415

        form = choices.form
        if choices.edition and paths:
            form = replace(form, edition=books.next_edition(self._context.session.store))
        return Order(
            tuple(paths),
            form,
            choices.lang or self._context.session.book.lang,
            now_here(),
            choices.tabs,
        )

    def begin(
        self, job: Job, text: str, done: Callable[[Any], None], again: Callable[[], object]
    ) -> None:
        """Start a job that is shown while it lasts; say what is to be done if it fails."""

        def ended() -> None:
            self._jobs.discard(job)

        job.finished.connect(done)
        job.failed.connect(lambda error: self._failed(error, again))
        for ending in (job.finished, job.failed, job.cancelled):
            ending.connect(ended)
        self._jobs.add(job)
        self._context.notices.watch(text, job)
        job.start()

    def _failed(self, error: Exception, again: Callable[[], object]) -> None:
        _ = self._context.gettext
        if isinstance(error, WorkerLost):
            self._context.notices.advise(
                _("The pages were not finished: the process that makes them has ended."),
                _("Try again"),
                again,
            )
        elif isinstance(error, BriefingError | Refused):
            self._context.notices.trouble(error, _("Choose again"), again)
        else:
            raise error

    def _say_exported(self, written: Written, kept: int | None) -> None:
        _, count = self._context.gettext, self._context.speech.ngettext
        names = _(", ").join(path.name for path in written.paths)
        text = _("Exported {names}.").format(names=names)
        if written.pages:
            text = count(
                "Exported {names}: {count} page.", "Exported {names}: {count} pages.", written.pages
            ).format(names=names, count=written.pages)
        if kept is not None:
            text = _("{said} It is kept as edition {number}.").format(said=text, number=kept)
        folder = written.paths[0].parent
        show = partial(show_folder, self._context, folder)
        self._context.notices.done(text, _("Show in folder"), show)

    def _archive(self, written: Written, order: Order, remark: str) -> int | None:
        """Keep the PDF in the book; the number of the edition, if that could be done."""
        path = next(path for path in written.paths if path.suffix == ".pdf")
        session = self._context.session
        try:
            data = path.read_bytes()
        except OSError as error:
            self._context.notices.trouble(ExportFailed(path, error.strerror or ""))
            return None
        edit = attempt(
            self._context,
            lambda: books.archive_edition(
                session.store,
                session.store.keep(data),
                order.made,
                profile=order.form.profile,
                paper=order.form.paper,
                pages=written.pages,
                remark=remark,
            ),
        )
        return None if edit is None else order.form.edition

    def _show_list(self) -> None:
        self._context.places.go(Place(Room.OVERVIEW))

    # Page set-up, print, editions

    def ask_page_setup(self) -> None:
        """Ask how pages look, in the preview too."""
        from ui.preview.page_setup import PageSetup  # noqa: PLC0415

        dialog = PageSetup(self._context, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_print(self) -> None:
        """Ask for a printer and print."""
        from ui.preview.printing import Printing  # noqa: PLC0415

        Printing(self._context, self._window, self).ask()

    def show_editions(self) -> None:
        """Show the prints that are kept."""
        from ui.preview.editions_dialog import EditionsDialog  # noqa: PLC0415

        dialog = EditionsDialog(self._context, self._window)
        dialog.export_asked.connect(self.ask_export)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
