"""Reads XML texts as Python's expat does, namespaces included, all in one process.

Arguments: a file of texts, each after a line with its length, and the file to write. For each text it writes a record in the same form:
A (accepted) or R (refused), D where a document type was seen, the declared version and encoding, what expat said, and the tree. Characters that
XML forbids stand between the parts: they are in no text that is accepted.
"""

import sys
from xml.parsers import expat

ASCII = set(map(chr, range(128)))
BLANK = " \t\r\n"


def parsed(name):
    """namespace, name as it is written: expat has them as `namespace local prefix`."""
    parts = name.split("\x01")
    return (parts[0], parts[2] + ":" + parts[1]) if len(parts) == 3 else (parts[0], parts[1]) if len(parts) == 2 else ("", parts[0])


def judge(text):
    parser = expat.ParserCreate(namespace_separator="\x01")
    parser.namespace_prefixes = True
    parser.ordered_attributes = True
    parser.buffer_text = True
    tree, texts, seen = [], [[]], {"doctype": "", "declared": ("1.0", "")}

    def start(name, attributes):
        namespace, written = parsed(name)
        tree.append("\x02" + written + "\x03" + namespace)
        for at in range(0, len(attributes), 2):
            namespace, written = parsed(attributes[at])
            tree.append("\x04" + written + "\x03" + namespace + "\x03" + attributes[at + 1])
        texts.append([])

    def end(name):
        text = "".join(texts.pop())
        tree.append("\x05" + (text if text.strip(BLANK) else "") + "\x06")

    def declaration(version, encoding, standalone):
        seen["declared"] = (version, encoding or "")

    def doctype(*_):
        seen["doctype"] = "D"

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda data: texts[-1].append(data)
    parser.XmlDeclHandler = declaration
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(text, True)
        verdict, why = "A", ""
    except (expat.ExpatError, LookupError, ValueError) as error:
        verdict, why, tree = "R", str(error), []
    return [verdict, seen["doctype"], *seen["declared"], why, "".join(tree)]


def main():
    with open(sys.argv[1], "rb") as texts, open(sys.argv[2], "wb") as verdicts:
        while line := texts.readline():
            text = texts.read(int(line))
            verdict = judge(text)
            # Names by the fourth edition of XML 1.0: the fifth has more letters. What is refused for them alone is read without them.
            letters = ""
            if verdict[0] == "R" and not text.isascii():
                letters = judge("".join(c if c in ASCII else "x%x" % ord(c) for c in text.decode("utf-8-sig", "replace")).encode())[0]
            record = "\x01".join(verdict[:5] + [letters, verdict[5]]).encode("utf-8", "surrogatepass")
            verdicts.write(b"%d\n" % len(record) + record)


main()
