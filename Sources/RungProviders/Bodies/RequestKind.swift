package import RungSource
package import RungSpec

/// A request that a provider takes, with or without a body.
package struct RequestKind: Sendable {
  /// `create`, `live-event`: behind the provider's id it names the JSON Schema and the key under `extra`.
  package let name: String
  package let summary: String
  /// Nil when the request has no body.
  package let schema: (@Sendable () -> ObjectSchema)?
  /// Judges a body of this kind as its declaration has it. Nil when the request has no body.
  package let judge: (@Sendable (Node, inout Report) -> Void)?
  /// A body of this kind as its declaration writes it: one spelling for what can be said in several ways. What could not be
  /// read is left out. The report is that of the run, which knows the ways of the places.
  package let rewritten: (@Sendable (Node, Report) -> Node?)?
  /// Paths of fields that tell a body of this kind from the provider's others: `properties.input`.
  package let telling: [String]
  /// What the provider puts in, and answers with what was sent.
  package let filled: [FilledField]
  /// What the provider takes and does nothing with.
  package let ignored: [IgnoredField]
  /// What the provider takes, and says will go.
  package let deprecated: [IgnoredField]
  /// Keys that people bring along from elsewhere.
  package let renamed: [RenamedKey]
  /// The document that says what the body may hold.
  package let source: Citation?
  /// Who refuses keys that the request does not have, whatever they are called. Nil where no document says.
  package let closed: Citation?
  /// Where bounds of lists follow from what they are for, and no document states them: a list outside them is worth a
  /// warning. Nil where the documents state them.
  package let listsInferred: Citation?

  package init(_ name: String, _ summary: String) {
    self.name = name
    self.summary = summary
    schema = nil
    judge = nil
    rewritten = nil
    telling = []
    filled = []
    ignored = []
    deprecated = []
    renamed = []
    source = nil
    closed = nil
    listsInferred = nil
  }

  package init<Body>(
    _ name: String, _ summary: String, body: @autoclosure @escaping @Sendable () -> Shape<Body>, telling: [String] = [],
    filled: [FilledField] = [], ignored: [IgnoredField] = [], deprecated: [IgnoredField] = [], renamed: [RenamedKey] = [],
    source: Citation? = nil, closed: Citation? = nil, listsInferred: Citation? = nil
  ) {
    self.name = name
    self.summary = summary
    schema = { body().schema }
    judge = { node, report in _ = body().read(node, &report) }
    rewritten = { node, report in
      var report = report
      return body().read(node, &report).map { body().write($0, at: node.place) }
    }
    self.telling = telling
    self.filled = filled
    self.ignored = ignored
    self.deprecated = deprecated
    self.renamed = renamed
    self.source = source
    self.closed = closed
    self.listsInferred = listsInferred
  }
}
