internal import RungReading
internal import RungSource
internal import RungSpec

/// A JSON document that Rung prints: version 1 of its format, and the schema of that version.
struct JSONDocument<Whole> {
  private let name: String
  private let title: String
  private let form: JSONForm<Whole>

  /// - Parameters:
  ///   - name: of its schema: `matrix.v1`.
  ///   - title: what it is.
  ///   - command: what prints it.
  ///   - remark: what holds for all of it.
  init(
    _ name: String, _ title: String, of command: String, _ remark: String = "Members are never omitted; what is unknown is null.",
    @JSONMemberList<Whole> _ members: () -> [JSONMember<Whole>]
  ) {
    self.name = name
    self.title = title
    form = .object("", "What `\(command) --format json` writes. \(remark)") {
      JSONMember("version", JSONForm(.const(1)) { .integer($0, at: .nowhere) }, "Version of this format.") { _ in 1 }
      members()
    }
  }

  /// The JSON Schema of the document, as in `schemas/`. A test validates real documents against it.
  var schemaText: String {
    guard case .object(let object) = form.schema() else { return "" }
    return JSONWriter.shown(SchemaWriter.document(object, name: name, title: title)) + "\n"
  }

  /// - Returns: the document, its last line ended.
  func text(_ whole: Whole) -> String { JSONWriter.shown(form.node(whole)) + "\n" }

  /// The same of a document that holds bodies.
  func text(ofBodies whole: Whole) throws(UnwritableValue) -> String { try JSONWriter.text(form.node(whole)) + "\n" }
}
