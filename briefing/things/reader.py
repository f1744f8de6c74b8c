"""What an operation may ask of a book, whoever holds it: the store or a value."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol, TypeVar

from briefing.things.thing import Thing

T = TypeVar("T", bound=Thing)


class Reader(Protocol):
    """Things by kind. `BookStore` and `WholeBook` are readers."""

    def all(self, kind: type[T]) -> list[T]:
        """Every thing of a kind, oldest first."""
        ...

    def get(self, kind: type[T], uid: str) -> T:
        """The thing of that kind and uid, or KeyError."""
        ...

    def find(self, kind: type[T], uid: str | None) -> T | None:
        """The thing of that kind and uid, if there is one."""
        ...

    def where(self, kind: type[T], **equals: object) -> list[T]:
        """The things of a kind whose fields have these values, oldest first."""
        ...

    def among(self, kind: type[T], name: str, values: Collection[str]) -> list[T]:
        """The things one of whose values of that field is among these, oldest first."""
        ...

    def uids_among(self, kind: type[Thing], name: str, values: Collection[str]) -> list[str]:
        """The uids of those that `among` would give, for who reads them some at a time."""
        ...
