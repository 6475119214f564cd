package import RungSource
package import RungSpec

/// A request of a provider's API, with or without a body.
package struct RequestKind: Sendable {
  /// `create`, `live-event`: with the provider's id it names the JSON Schema and the key under `extra`.
  package let name: String
  package let summary: String
  /// Nil when the request has no body.
  package let schema: (@Sendable () -> ObjectSchema)?
  /// What is asked of every body again.
  let index: Once<BodyIndex>
  /// Judges a body of this kind by its declaration. Nil when the request has no body.
  package let judge: (@Sendable (Node, inout Report) -> Void)?
  /// A body of this kind as its declaration writes it: one spelling where several are allowed. What could not be read is
  /// omitted. The report is that of the run, which has the origins of the places.
  package let rewritten: (@Sendable (Node, Report) -> Node?)?
  /// Paths of fields that distinguish a body of this kind from the provider's others: `properties.input`.
  package let telling: [String]
  /// What the provider fills in and answers together with what was sent.
  package let filled: [FilledField]
  /// Keys known from other APIs.
  package let renamed: [RenamedKey]
  /// How the body is sent, where that is not as it is written; nil where it is.
  package let spelling: BodySpelling?
  /// The document that describes the body.
  package let source: Citation?
  /// The source for the rejection of unknown keys. Nil where no document states it.
  package let closed: Citation?
  /// The source where bounds of lists are inferred: a list outside them gets a warning. Nil where the documents state them.
  package let listsInferred: Citation?

  package init(_ name: String, _ summary: String) {
    self.name = name
    self.summary = summary
    schema = nil
    index = Once { BodyIndex() }
    judge = nil
    rewritten = nil
    telling = []
    filled = []
    renamed = []
    spelling = nil
    source = nil
    closed = nil
    listsInferred = nil
  }

  package init<Body>(
    _ name: String, _ summary: String, body: @autoclosure @escaping @Sendable () -> Shape<Body>, telling: [String] = [],
    filled: [FilledField] = [], renamed: [RenamedKey] = [], sent spelling: BodySpelling? = nil,
    source: Citation? = nil, closed: Citation? = nil, listsInferred: Citation? = nil
  ) {
    self.name = name
    self.summary = summary
    schema = { body().schema }
    index = Once { BodyIndex(of: body().schema, telling, filled, renamed) }
    judge = { node, report in _ = body().read(node, &report) }
    rewritten = { node, report in
      var report = report
      return body().read(node, &report).map { body().write($0, at: node.place) }
    }
    self.telling = telling
    self.filled = filled
    self.renamed = renamed
    self.spelling = spelling
    self.source = source
    self.closed = closed
    self.listsInferred = listsInferred
  }

  /// Visits every field of the body.
  func fields(_ visit: (_ field: ObjectSchema.Property, _ object: ObjectSchema, _ path: String) -> Void) {
    if let schema { Schema.object(schema()).forEachField(visit) }
  }

  /// What the provider accepts and ignores.
  package var ignored: [RemarkedField] { remarked.filter { $0.remark.kind == .ignored } }

  /// The fields that a request should not have.
  var remarked: [RemarkedField] { index.value.remarked }
}
