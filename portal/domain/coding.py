"""Coding what regions wrote: when a coding is stale, and which codes the words of a text suggest."""

from __future__ import annotations

from forms.national.code_book_2024 import CodeSoort

__all__ = ["CodeSoort"]
