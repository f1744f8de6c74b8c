from __future__ import annotations

import pytest

from ui.actions import bare


@pytest.mark.parametrize(
    ("text", "read_out"),
    [("&Read", "Read"), ("阅读(&R)…", "阅读…"), ("Terms && &names", "Terms & names")],
)
def test_a_name_is_read_out_without_its_mnemonic(text: str, read_out: str) -> None:
    assert bare(text) == read_out
