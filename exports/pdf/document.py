"""A laid-out document becomes the bytes of a tagged PDF."""

from __future__ import annotations

import hashlib
from pathlib import Path

import resources
from briefing.progress import Progress, unwatched
from exports.layout.pages import LaidOut, LinkArea, OutlineEntry, Page
from exports.pdf.content import ContentWriter
from exports.pdf.faces import PdfFace
from exports.pdf.metadata import write_metadata
from exports.pdf.objects import Object, Objects, array, number, set_stream, text
from exports.pdf.structure import Structure, language_tag


class Painter:
    """Paints one document."""

    def __init__(self, laid_out: LaidOut) -> None:
        self._laid_out = laid_out
        self._objects = Objects()
        self._structure = Structure(self._objects)
        self._faces: dict[str, PdfFace] = {}
        self._font_objects: dict[str, Object] = {}
        self._digest = hashlib.sha256()
        self._page_objects = [self._objects.reserve() for _ in laid_out.pages]
        self._annotations: list[tuple[Object, LinkArea]] = []

    def paint(self, progress: Progress = unwatched) -> bytes:
        """The whole file."""
        tree_of_pages = self._objects.reserve()
        resources_object = self._objects.reserve()
        for done, (page, made) in enumerate(
            zip(self._laid_out.pages, self._page_objects, strict=True)
        ):
            progress(done, len(self._laid_out.pages))
            self._page(page, made, tree_of_pages, resources_object)
        fonts = " ".join(f"/{name} {made.ref}" for name, made in self._font_objects.items())
        resources_object.body = f"<< /Font << {fonts} >> >>".encode("latin-1")
        for name, made in self._font_objects.items():
            self._faces[name].write(self._objects, made)
        kids = array(made.ref for made in self._page_objects)
        count = len(self._page_objects)
        tree_of_pages.body = f"<< /Type /Pages /Count {count} /Kids {kids} >>".encode("latin-1")
        return self._finish(tree_of_pages)

    # Pages

    def _page(self, page: Page, made: Object, tree: Object, shared: Object) -> None:
        key = self._structure.begin_page()
        writer = ContentWriter(self._face, lambda node: self._structure.mark(made, node))
        content = writer.page(page)
        self._digest.update(content)
        stream = self._objects.reserve()
        set_stream(stream, content)
        annotations = [self._annotation(made, area) for area in page.links]
        entries = [
            f"/Type /Page /Parent {tree.ref}",
            f"/MediaBox [0 0 {number(page.width)} {number(page.height)}]",
            f"/Resources {shared.ref} /Contents {stream.ref}",
            f"/StructParents {key} /Tabs /S",
        ]
        if annotations:
            entries.append(f"/Annots {array(annotation.ref for annotation in annotations)}")
        made.body = ("<< " + " ".join(entries) + " >>").encode("latin-1")

    def _face(self, name: str) -> PdfFace:
        found = self._faces.get(name)
        if found is None:
            found = self._faces[name] = PdfFace(name)
            self._font_objects[name] = self._objects.reserve()
        return found

    def _annotation(self, page: Object, area: LinkArea) -> Object:
        made = self._objects.reserve()
        self._structure.link(page, made, area)
        self._annotations.append((made, area))
        return made

    # The rest of the file

    def _finish(self, pages: Object) -> bytes:
        laid_out = self._laid_out
        tree, keys = self._structure.write(laid_out.root, len(laid_out.pages))
        for made, area in self._annotations:
            made.body = self._link(area, keys[made]).encode("latin-1")
        xmp, info = write_metadata(self._objects, laid_out)
        catalog = self._objects.add(
            f"<< /Type /Catalog /Version /1.7 /Pages {pages.ref} /StructTreeRoot {tree.ref}"
            f" /MarkInfo << /Marked true >> /Lang {text(language_tag(laid_out.lang))}"
            f" /Metadata {xmp.ref} /ViewerPreferences << /DisplayDocTitle true >>"
            f" /PageMode /UseOutlines /Outlines {self._outline().ref}"
            f" /PageLabels {self._labels()} /OutputIntents [{self._output_intent()}] >>"
        )
        identity = self._digest.digest() + laid_out.made.encode("utf-8")
        return self._objects.finish(catalog, info, identity)

    def _link(self, area: LinkArea, key: int) -> str:
        box = " ".join(
            number(value) for value in (area.x, area.y, area.x + area.width, area.y + area.height)
        )
        words = area.words or area.href
        common = (
            f"<< /Type /Annot /Subtype /Link /Rect [{box}] /Border [0 0 0] /F 4"
            f" /StructParent {key} /Contents {text(words)}"
        )
        if area.href:
            return f"{common} /A << /S /URI /URI {text(_ascii(area.href))} >> >>"
        return f"{common} /Dest {self._destination(area.target)} >>"

    def _destination(self, name: str) -> str:
        """The place of a name; its own page's top where the name is not in this document."""
        place = self._laid_out.destinations.get(name)
        if place is None:
            return f"[{self._page_objects[0].ref} /XYZ null null null]"
        page = self._page_objects[place.page]
        return f"[{page.ref} /XYZ null {number(place.y)} null]"

    def _output_intent(self) -> str:
        profile = (Path(resources.__file__).parent / "colour" / "srgb.icc").read_bytes()
        stream = self._objects.stream(profile, "/N 3")
        made = self._objects.add(
            "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)"
            f" /Info (sRGB IEC61966-2.1) /DestOutputProfile {stream.ref} >>"
        )
        return made.ref

    def _labels(self) -> str:
        pairs = (
            f"{number_} << /P {text(page.label)} >>"
            for number_, page in enumerate(self._laid_out.pages)
        )
        return f"<< /Nums [{' '.join(pairs)}] >>"

    # The outline

    def _outline(self) -> Object:
        root = self._objects.reserve()
        entries = _nested(self._laid_out.outline)
        first, last, count = self._entries(entries, root)
        root.body = f"<< /Type /Outlines /First {first} /Last {last} /Count {count} >>".encode(
            "latin-1"
        )
        if not entries:
            root.body = b"<< /Type /Outlines /Count 0 >>"
        return root

    def _entries(self, entries: list[Branch], parent: Object) -> tuple[str, str, int]:
        made = [self._objects.reserve() for _ in entries]
        for place, (one, (entry, below)) in enumerate(zip(made, entries, strict=True)):
            parts = [f"/Title {text(entry.title)} /Parent {parent.ref}"]
            parts.append(f"/Dest {self._destination(entry.target)}")
            if place:
                parts.append(f"/Prev {made[place - 1].ref}")
            if place + 1 < len(made):
                parts.append(f"/Next {made[place + 1].ref}")
            if below:
                first, last, count = self._entries(below, one)
                # Negative: closed until the reader opens it.
                parts.append(f"/First {first} /Last {last} /Count -{count}")
            one.body = ("<< " + " ".join(parts) + " >>").encode("latin-1")
        if not made:
            return "", "", 0
        return made[0].ref, made[-1].ref, len(made)


Branch = tuple[OutlineEntry, list["Branch"]]


def _nested(entries: list[OutlineEntry]) -> list[Branch]:
    """Entries by level as a tree; a level that is skipped hangs on what is there."""
    top: list[Branch] = []
    path: list[tuple[int, list[Branch]]] = [(0, top)]
    for entry in entries:
        while path[-1][0] >= entry.level:
            path.pop()
        branch: Branch = (entry, [])
        path[-1][1].append(branch)
        path.append((entry.level, branch[1]))
    return top


def _ascii(address: str) -> str:
    """An address with everything beyond ASCII as percent codes."""
    return "".join(
        char
        if char.isascii() and char.isprintable() and char != " "
        else "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))
        for char in address
    )
