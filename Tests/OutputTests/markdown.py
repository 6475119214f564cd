"""Judges Markdown of `rung matrix` and `rung diff` from outside: markdown-it-py, a parser of CommonMark.

Whatever a value says, it must come out as text: no element, link or picture but Rung's own, no cell or line of its own, and
nothing that GitHub would make a link or a mention of. Takes paths of Markdown files. Prints one line for each fault; ends
with 1 when there are any.
"""

import re
import sys

try:
    from markdown_it import MarkdownIt
except ImportError as error:
    sys.exit(
        f"{error}: the judge is not installed in {sys.executable}. Install it with `pip install markdown-it-py` into an "
        "environment whose python RUNG_PYTHON names."
    )

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
ELEMENTS = {"<br>", "<sup>", "</sup>"}
# What GitHub makes of plain text: links, addresses, mentions, issues, formulas.
OBEYED = re.compile(r"https?://|ftp://|www\.|mailto:|@[A-Za-z0-9]|(?<![&\w])#[0-9]|\$[^ ].*\$", re.IGNORECASE)
# Where Rung's own links lead.
EVIL = re.compile(r"evil|javascript:|octocat", re.IGNORECASE)


def faults(text):
    for block in PARSER.parse(text):
        if block.type in ("html_block", "fence", "code_block", "hr", "blockquote_open"):
            yield f"a block: {block.type} {block.content!r}"
        if block.type == "heading_open" and block.tag != "h3":
            yield f"a heading {block.tag}"
        if block.type != "inline":
            continue
        if block.content.lstrip("\\` ").startswith("FORGED"):
            yield f"a part of its own: {block.content!r}"
        depth = 0
        for token in block.children:
            if token.type == "html_inline" and token.content not in ELEMENTS:
                yield f"an element {token.content}"
            elif token.type == "image":
                yield f"a picture {token.attrs}"
            elif token.type == "link_open":
                depth += 1
                if EVIL.search(token.attrs["href"]) or not token.attrs["href"].startswith("https://"):
                    yield f"a link to {token.attrs['href']}"
            elif token.type == "link_close":
                depth -= 1
            elif token.type == "text" and depth == 0 and OBEYED.search(token.content):
                yield f"obeyed: {token.content!r}"
            elif token.type in ("em_open", "s_open"):
                yield f"markup: {block.content!r}"
    # A parser drops the cells that a row has too many.
    width = 0
    for line in text.split("\n"):
        bars = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else 0
        if width and bars and bars != width:
            yield f"{bars - 1} cells instead of {width - 1}: {line}"
        width = (width or bars) if bars else 0


bad = 0
for path in sys.argv[1:]:
    with open(path, encoding="utf-8", newline="") as file:
        for fault in faults(file.read()):
            print(f"{path}: {fault}")
            bad += 1
sys.exit(1 if bad else 0)
