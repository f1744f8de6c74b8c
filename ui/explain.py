"""Errors, refusals, edits and faults in words: what happened, to which file, what to do next."""

from __future__ import annotations

from collections.abc import Callable

from briefing import errors
from briefing.checking import Fault
from briefing.edits import EditName
from briefing.errors import BriefingError, Refused

Translate = Callable[[str], str]


def explain(error: BriefingError, _: Translate) -> str:
    """One line: which file, what happened, and what the adviser can do."""
    sentences = {
        errors.BookMissing: _("There is no book “{name}”. Check the path, or make a new book."),
        errors.BookExists: _("“{name}” is already there. Choose another name, or move it away."),
        errors.BookLocked: _("“{name}” is open already: {detail}. Close it there first.")
        if error.detail
        else _("“{name}” is open already. Close it there first."),
        errors.BookReadOnly: _(
            "“{name}” cannot be written to. Copy it to a folder of your own and open the copy."
        ),
        errors.BookTooNew: _(
            "“{name}” was made by a newer version of this program (form {detail}). Install that"
            " version to open it."
        ),
        errors.BookDamaged: _(
            "“{name}” is damaged and was left as it is. Go on with the latest copy that the program"
            " made of it, its backup."
        ),
        errors.NotABook: _("“{name}” is not a briefing book. It was left as it is."),
        errors.DiskFull: _(
            "There is no room left on the disk for “{name}”. Nothing was lost: make room and try"
            " again."
        ),
        errors.StorageFailed: _(
            "The disk that holds “{name}” gave an error ({detail}). Copy the book to another disk."
        ),
        errors.SourceMissing: _("“{name}” is not there or may not be read. Check the path."),
        errors.SourceEmpty: _("“{name}” holds no text. Check that the right file was saved."),
        errors.SourceNotText: _(
            "“{name}” is not a text, web page, Word or PDF file. Save it as one of these first."
        ),
        errors.SourceDamaged: _("“{name}” is damaged or cut short. Fetch the file again."),
        errors.SourceEncrypted: _(
            "“{name}” is protected by a password. Save a copy without one and import the copy."
        ),
        errors.SourceTooLarge: _(
            "“{name}” is larger than this program reads ({detail}). Import the part that you need."
        ),
        errors.SourceScanned: _(
            "“{name}” holds pictures of pages and no text. Have it recognised (OCR) first."
        ),
        errors.ExportFailed: _(
            "“{name}” could not be written. Is it open in another program, or the folder read-only?"
        ),
        errors.TemplateBroken: _(
            "“{name}” cannot be understood: {detail}. Mend or remove the file."
        ),
    }
    sentence = sentences.get(type(error), _("Something is wrong with “{name}”: {detail}."))
    name = error.path.name or error.path
    return " ".join(sentence.format(name=name, detail=error.detail).split())


def explain_refusal(refusal: Refused, _: Translate) -> str:
    """Why the book does not allow what was asked."""
    sentences = {
        "none-named": _("Nothing in the book is called “{subject}”. List what there is first."),
        "several-named": _(
            "“{subject}” could mean several. Give more of it, or the letters of its list."
        ),
        "passage-in-use": _("A commitment or a remark rests on this passage: “{subject}”."),
        "source-in-use": _("Something rests on this source: “{subject}”. Remove that first."),
        "outside-passage": _("That place lies outside the passage “{subject}”."),
        "split-outside-quote": _("That place lies outside the words “{subject}”."),
        "candidate-accepted": _(
            "“{subject}” is a commitment already. Change the commitment instead."
        ),
        "party-exists": _("There is a party “{subject}” already."),
        "party-in-use": _(
            "“{subject}” is named elsewhere in the book. Merge it with another instead."
        ),
        "topic-exists": _("There is a topic “{subject}” already."),
        "topic-in-use": _("Something still hangs on the topic “{subject}”."),
        "topic-below-itself": _("The topic “{subject}” cannot lie below itself."),
        "commitment-in-note": _("A note shows “{subject}”. Take it out of the note first."),
        "commitment-below-itself": _("“{subject}” cannot be a part of itself."),
        "status-not-newest": _(
            "Only the newest status entry can be taken back. Add a new one instead."
        ),
        "annotation-needs-one-place": _("Say on what: one passage, one commitment or one note."),
        "note-signed-off": _("“{subject}” is signed off. Reopen it to change it."),
        "tab-exists": _("The book has the part “{subject}” already."),
        "tab-holds-note": _("This tab holds a note. Remove the note instead."),
        "no-backup": _("There is no backup of “{subject}” yet. Make one with “backup”."),
        "no-such-format": _(
            "“{subject}” ends neither in .pdf nor in .docx. Name the file with one of these."
        ),
        "not-an-edition": _(
            "“{subject}” cannot be kept as an edition: that is the whole book, in PDF."
        ),
        "bad-value": _("“{subject}” cannot be understood here."),
    }
    sentence = sentences.get(refusal.reason, "{reason}: {subject}")
    return sentence.format(subject=refusal.subject, reason=refusal.reason)


def edit_name(name: str, _: Translate) -> str:
    """What an edit did, as the history and the undo list say it."""
    names = {
        EditName.MAKE_BOOK: _("New book"),
        EditName.CHANGE_BOOK: _("Change the book’s details"),
        EditName.CHANGE_MEETING: _("Change the meeting"),
        EditName.IMPORT_SOURCE: _("Import a source"),
        EditName.CHANGE_SOURCE: _("Change a source’s details"),
        EditName.REMOVE_SOURCE: _("Remove a source"),
        EditName.EXCLUDE_PASSAGE: _("Leave a passage out"),
        EditName.RESTORE_PASSAGE: _("Put a passage back"),
        EditName.REPAIR_PASSAGE: _("Repair a cut passage"),
        EditName.REMOVE_REPAIR: _("Remove a repair"),
        EditName.PAIR_PASSAGES: _("Pair passages"),
        EditName.UNPAIR_PASSAGES: _("Take a pair apart"),
        EditName.ALIGN_VERSIONS: _("Align two versions"),
        EditName.PROPOSE_CANDIDATES: _("Look for candidates"),
        EditName.ACCEPT_CANDIDATES: _("Accept candidates"),
        EditName.REJECT_CANDIDATES: _("Reject candidates"),
        EditName.RECONSIDER_CANDIDATES: _("Propose candidates again"),
        EditName.CHANGE_CANDIDATE: _("Change a candidate"),
        EditName.SPLIT_CANDIDATE: _("Split a candidate"),
        EditName.JOIN_CANDIDATES: _("Join candidates"),
        EditName.ADD_COMMITMENT: _("Record a commitment"),
        EditName.CHANGE_COMMITMENT: _("Change a commitment"),
        EditName.CHANGE_COMMITMENTS: _("Change several commitments"),
        EditName.REMOVE_COMMITMENT: _("Remove a commitment"),
        EditName.ADD_STATUS: _("Add a status entry"),
        EditName.REMOVE_STATUS: _("Take back a status entry"),
        EditName.ADD_PARTY: _("Add a party"),
        EditName.CHANGE_PARTY: _("Change a party"),
        EditName.REMOVE_PARTY: _("Remove a party"),
        EditName.MERGE_PARTIES: _("Merge two parties"),
        EditName.ADD_TOPIC: _("Add a topic"),
        EditName.CHANGE_TOPIC: _("Change a topic"),
        EditName.MOVE_TOPIC: _("Move a topic"),
        EditName.REMOVE_TOPIC: _("Remove a topic"),
        EditName.ADD_ANNOTATION: _("Annotate"),
        EditName.CHANGE_ANNOTATION: _("Change an annotation"),
        EditName.REMOVE_ANNOTATION: _("Remove an annotation"),
        EditName.ADD_NOTE: _("Add a note"),
        EditName.DRAFT_NOTES: _("Draft notes"),
        EditName.WRITE_NOTE: _("Write in a note"),
        EditName.CHANGE_NOTE: _("Change a note"),
        EditName.REMOVE_NOTE: _("Remove a note"),
        EditName.SIGN_OFF_NOTE: _("Sign a note off"),
        EditName.REOPEN_NOTE: _("Reopen a note"),
        EditName.ADD_INSERT: _("Insert material"),
        EditName.CHANGE_INSERT: _("Change an insert"),
        EditName.REMOVE_INSERT: _("Remove an insert"),
        EditName.MOVE_TAB: _("Move a tab"),
        EditName.ADD_TAB: _("Add a tab"),
        EditName.CHANGE_TAB: _("Change a tab"),
        EditName.REMOVE_TAB: _("Remove a tab"),
        EditName.ADD_OUTCOME: _("Enter an outcome"),
        EditName.CHANGE_OUTCOME: _("Change an outcome"),
        EditName.REMOVE_OUTCOME: _("Remove an outcome"),
        EditName.ARCHIVE_EDITION: _("Archive an edition"),
    }
    return names[EditName(name)]


def fault_words(fault: Fault, _: Translate) -> str:
    """One fault of the readiness list as a sentence."""
    sentences = {
        "orphaned-anchor": _("The source no longer says “{words}” where it is quoted from"),
        "altered-quotation": _("Quoted words differ from the source: “{words}”"),
        "no-source": _("No source for “{words}”"),
        "marking-above": _("“{words}” is marked {detail}, above the book"),
        "no-notes": _("The book has no notes yet: draft them, or add one"),
        "empty-section": _("{words}: “{detail}” is empty"),
        "no-template": _("{words}: its template “{detail}” is not on this machine"),
        "too-long": _("“{words}” is {detail} words over its limit"),
        "too-many-pages": _("“{words}” takes {detail} pages, more than its format allows"),
        "no-note": _("The topic “{words}” has commitments and no note"),
        "no-meeting": _("Nothing is said of the meeting"),
        "meeting-order": _("The meeting ends before it begins"),
        "meeting-lacks": _("The meeting has no {detail}"),
        "acronym": _("{words}: {detail} is never spelt out"),
        "no-promisor": _("Nobody is named as promising “{words}”"),
        "no-topic": _("No topic for “{words}”"),
        "missing-version": _("No words in {detail} for “{words}”"),
        "cut-quote": _("The source is cut off at “{words}”"),
        "overdue": _("Due on {detail}, and open: “{words}”"),
        "no-status": _("Status unknown: “{words}”"),
        "stale-status": _("Status last looked at on {detail}: “{words}”"),
        "open-candidates": _("{words}: {detail} candidates to decide on"),
        "accepted-unseen": _("{words}: {detail} candidates accepted in bulk, not looked at"),
        "left-out": _("The annotation “{words}” goes to print, and no note shows it"),
        "not-signed-off": _("“{words}” is not signed off"),
    }
    details = {
        "occasion": _("occasion"),
        "place": _("place"),
        "starts": _("date"),
        "principal": _("principal"),
    }
    detail = details.get(fault.detail, fault.detail)
    return sentences[fault.check].format(words=fault.words, detail=detail)
