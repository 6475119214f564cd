package import RungSource

/// What can be wrong with a text that has to be XML.
package enum XMLFaults {
  package static let all: [RuleInfo] = [syntax, doctype, encoding, undefinedEntity, duplicateAttribute, unboundPrefix]

  private static let good = """
    <?xml version="1.0" encoding="UTF-8"?>
    <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="urn:mpeg:dash:profile:isoff-live:2011" minBufferTime="PT4S">
      <Period id="news &amp; sport"/>
    </MPD>

    """

  package static let syntax = RuleInfo(
    "syntax", family: "xml", severity: .error,
    summary: "the text is not XML",
    why: "Players stop at the first XML error and play nothing (XML 1.0, section 1.2). Nothing after it can be read with certainty, so nothing else is reported about the file.",
    bad: [
      Example(delivered: "<MPD>\n  <Period>\n  </⟦MPD⟧>\n"),
      Example(delivered: "<MPD>\n  <Period id=⟦1⟧/>\n</MPD>\n"),
      Example(delivered: "<MPD>\n  <!-- one ⟦--⟧ two -->\n</MPD>\n"),
      Example(delivered: "⟦<MPD>⟧\n"),
      Example(delivered: "<MPD>\n  <BaseURL>https://cdn.example.com/a?b=1⟦&⟧c=2</BaseURL>\n</MPD>\n"),
    ],
    good: [Example(delivered: good)])

  package static let doctype = RuleInfo(
    "doctype", family: "xml", severity: .error,
    summary: "a document type declaration in XML",
    why: "A document type can define entities that expand to gigabytes, or that read files of the machine. Manifests have none, and Rung reads no text that has one.",
    bad: [Example(delivered: "⟦<!DOCTYPE⟧ MPD [<!ENTITY a \"aaaa\">]>\n<MPD/>\n")],
    good: [Example(delivered: good)])

  package static let encoding = RuleInfo(
    "encoding", family: "xml", severity: .error,
    summary: "XML that declares another encoding than UTF-8",
    why: "A text that declares one encoding and is in another is read differently by every player. ASCII is UTF-8 too.",
    bad: [
      Example(delivered: "<?xml version=\"1.0\" encoding=\"⟦ISO-8859-1⟧\"?>\n<MPD/>\n"),
      Example(delivered: "<?xml version=\"1.0\" encoding=\"US-ASCII\"?>\n<MPD id=\"caf⟦é⟧\"/>\n"),
    ],
    good: [Example(delivered: good)])

  package static let undefinedEntity = RuleInfo(
    "undefined-entity", family: "xml", severity: .error,
    summary: "an entity that XML does not define",
    why: "Without a document type there are five entities: `amp`, `lt`, `gt`, `quot` and `apos`. Those of HTML, such as `nbsp`, are not among them.",
    bad: [Example(delivered: "<MPD>\n  <Period id=\"a⟦&nbsp;⟧b\"/>\n</MPD>\n")],
    good: [Example(delivered: good)])

  package static let duplicateAttribute = RuleInfo(
    "duplicate-attribute", family: "xml", severity: .error,
    summary: "a duplicate attribute",
    why: "XML forbids two attributes of one name on an element, also by two prefixes of one namespace; players reject the file.",
    bad: [
      Example(delivered: "<MPD>\n  <Period id=\"a\" ⟦id⟧=\"b\"/>\n</MPD>\n"),
      Example(delivered: "<MPD xmlns:a=\"urn:x\" xmlns:b=\"urn:x\">\n  <Period a:id=\"1\" ⟦b:id⟧=\"2\"/>\n</MPD>\n"),
    ],
    good: [Example(delivered: good)])

  package static let unboundPrefix = RuleInfo(
    "unbound-prefix", family: "xml", severity: .error,
    summary: "a prefix that is bound to no namespace",
    why: "A name with a prefix means something only where `xmlns:` binds the prefix, on the element or on one around it; players reject the file without it.",
    bad: [Example(delivered: "<MPD>\n  <⟦cenc:pssh⟧>AAAA</cenc:pssh>\n</MPD>\n")],
    good: [Example(delivered: "<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" xmlns:cenc=\"urn:mpeg:cenc:2013\" profiles=\"urn:mpeg:dash:profile:isoff-live:2011\" minBufferTime=\"PT4S\">\n  <cenc:pssh>AAAA</cenc:pssh>\n</MPD>\n")])
}
