package import RungSource

/// An element of an XML document, with all that is in it.
package struct XMLElement: Sendable {
  /// As it is written, with its prefix, in the start tag.
  package let name: Located<String>
  /// The name without its prefix.
  package let localName: String
  /// What the prefix, or the default, is bound to; nil for a name in no namespace.
  package let namespace: String?
  /// In the order of the text. Declarations of namespaces are not among them.
  package let attributes: [XMLAttribute]
  /// In the order of the text.
  package let children: [XMLElement]
  /// All character data directly in the element, one after the other, CDATA included; nil where it is blank. Its place is from the first
  /// run that is not blank to the last.
  package let text: Located<String>?
  /// The start tag, from `<` to `>`.
  package let place: SourcePlace

  /// The value of the attribute of this name that is in no namespace.
  package subscript(_ name: String) -> Located<String>? {
    attributes.first { $0.namespace == nil && $0.localName == name }?.value
  }
}
