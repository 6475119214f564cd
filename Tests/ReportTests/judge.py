"""Judges pages of `rung report` from outside: html5lib's strict parser, and what the page promises beyond the grammar.

Takes paths of HTML files. Prints one line for each fault; ends with 1 when there are any.
"""

import re
import sys

try:
    import html5lib
except ImportError as error:
    sys.exit(
        f"{error}: the judge is not installed in {sys.executable}. Install it with `apt-get install python3-html5lib`, or with "
        "`pip install html5lib` into an environment whose python RUNG_PYTHON names."
    )

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
# What may stand on the page at all: a name from a spec that became an element would be another one.
BLOCK = "header nav main footer section div p h1 h2 h3 h4 h5 ul ol li dl dt dd figure figcaption table caption thead tbody tr th td pre".split()
PHRASE = "a span code strong sup mark".split()
HEAD = "html head meta title style body".split()
DRAWN = "svg title desc rect line polyline polygon circle text tspan symbol path use".split()
ATTRIBUTES = set(
    "lang charset http-equiv content name class id href role tabindex scope value aria-label aria-labelledby aria-hidden "
    "data-title style viewBox width height x y x1 y1 x2 y2 cx cy r rx d points text-anchor".split()
)
PHRASING_ONLY = {"p", "h1", "h2", "h3", "h4", "h5", "dt", "pre", "caption"} | set(PHRASE)
PARENTS = {"li": {"ul", "ol"}, "dt": {"dl", "div"}, "dd": {"dl", "div"}, "tr": {"thead", "tbody"}, "th": {"tr"}, "td": {"tr"},
           "caption": {"table"}, "thead": {"table"}, "tbody": {"table"}, "figcaption": {"figure"}}


def faults(text):
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    page = parser.parse(text)
    for position, code, data in parser.errors:
        yield f"line {position[0]}: {code} {data}"
    parents = {child: parent for parent in page.iter() for child in parent}
    everything = [element for element in page.iter() if isinstance(element.tag, str)]
    ids = [element.get("id") for element in everything if element.get("id") is not None]
    for name in {name for name in ids if ids.count(name) > 1}:
        yield f"the id {name} is there {ids.count(name)} times"
    if "--" in "".join(element.text or "" for element in page.iter() if not isinstance(element.tag, str)):
        yield "a comment"

    for element in everything:
        tag = element.tag
        parent = parents.get(element)
        if tag.startswith(SVG):
            if tag[len(SVG):] not in DRAWN:
                yield f"an element {tag[len(SVG):]} in a drawing"
        elif tag not in BLOCK + PHRASE + HEAD:
            yield f"an element {tag}"
        for key, value in element.attrib.items():
            key = key[len(XLINK):] if key.startswith(XLINK) else key
            if key not in ATTRIBUTES:
                yield f"an attribute {key} of {tag}"
            if key == "href" and (not value.startswith("#") or value[1:] not in ids):
                yield f"{tag} leads to {value}"
            if key == "aria-labelledby":
                for name in set(value.split()) - set(ids):
                    yield f"{tag} is to be called as {name}, which is not there"
            if key == "style" and not re.fullmatch(r"font-size: \d+px", value):
                yield f"a style of its own: {value}"
        if tag in PHRASING_ONLY:
            for inner in element.iter():
                if isinstance(inner.tag, str) and inner.tag in BLOCK and inner is not element:
                    yield f"{inner.tag} inside {tag}"
        if tag in PARENTS and parent.tag not in PARENTS[tag]:
            yield f"{tag} inside {parent.tag}"
        if tag == SVG + "svg" and element.get("aria-hidden") != "true":
            kinds = [child.tag for child in list(element)[:2]]
            if element.get("role") != "img" or kinds != [SVG + "title", SVG + "desc"] or not all(c.text for c in list(element)[:2]):
                yield "a drawing without role, title and description"
        if tag == "table":
            if element.find("caption") is None:
                yield "a table without a caption"
            widths = {len([cell for cell in row if cell.tag in ("th", "td")]) for row in element.iter("tr")}
            if len(widths) > 1:
                yield f"rows of {sorted(widths)} cells"
        if tag == "th" and element.get("scope") not in ("col", "row"):
            yield "a head without a scope"
        if element.get("tabindex") and not (element.get("role") == "region" and element.get("aria-labelledby")):
            yield f"{tag} takes the focus and has no name"
        if tag in ("h1", "h2", "h3", "h4", "h5", "a", "th", "caption") and not "".join(element.itertext()).strip():
            yield f"an empty {tag}"

    headings = [int(element.tag[1]) for element in everything if re.fullmatch("h[1-6]", element.tag)]
    if headings[:1] != [1] or headings.count(1) != 1:
        yield f"headings {headings[:3]}: not one first one"
    for before, after in zip(headings, headings[1:]):
        if after > before + 1:
            yield f"h{after} below h{before}"
    for name in ("main", "header", "footer", "title"):
        if len(page.findall(f".//{name}")) != 1:
            yield f"not one {name}"
    if page.get("lang") != "en":
        yield "no language"
    style = page.find(".//style").text
    for word in ("url(", "@import", "http:", "https:", "@font-face", "expression("):
        if word in style:
            yield f"{word} in the style"


bad = 0
for path in sys.argv[1:]:
    with open(path, encoding="utf-8", newline="") as file:
        for fault in faults(file.read()):
            print(f"{path}: {fault}")
            bad += 1
sys.exit(1 if bad else 0)
