"""The small Markdown people type: paragraphs, bullets, numbers, bold, italic, links and tables; nothing
else.

One parser (`parse`); web pages (`to_html`), plain text (`to_plain`) and the Word exports draw the blocks it
returns. The rules and their reasons stand in docs/decisions/kleine-markdown.md.
"""

from .blocks import Block, Item, ListBlock, Paragraph, Run, Table, TableCell
from .html import to_html
from .parser import parse
from .plain import to_plain
from .words import Span, joined, to_words

__all__ = [
    "Block",
    "Item",
    "ListBlock",
    "Paragraph",
    "Run",
    "Span",
    "Table",
    "TableCell",
    "joined",
    "parse",
    "to_html",
    "to_plain",
    "to_words",
]
