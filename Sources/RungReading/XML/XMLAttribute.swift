package import RungSource

/// An attribute of an ``XMLElement``.
package struct XMLAttribute: Sendable {
  /// As it is written, with its prefix.
  package let name: Located<String>
  /// The name without its prefix.
  package let localName: String
  /// What the prefix is bound to; nil without one: the default namespace is none for attributes.
  package let namespace: String?
  /// References replaced and white space normalized (XML 1.0, section 3.3.3). Its place is the text between the quotes.
  package let value: Located<String>
}
