internal import RungOutput
internal import RungSource
internal import RungSpec

/// A stream spec made of request bodies.
public struct Imported: Sendable {
  /// What was found: what is wrong with the bodies as their provider would see it, and what became of their values. Every
  /// finding is at the body's value.
  public let analysis: Analysis
  /// YAML, one document for each stream. Nil when the bodies are no stream; the findings say why.
  public let text: String?
  /// Secrets that stood in the bodies, by the names that the spec refers to them with. The spec has none of their values.
  public let secrets: [NamedSecret]
  /// The specs, their values placed in the bodies, each with the name of the file that its stream begins in.
  let files: [(file: String, node: Node)]

  /// The specs, their values placed in the bodies.
  var documents: [Node] { files.map(\.node) }

  /// The specs of each file that a stream begins in, by its name.
  public var texts: [(file: String, text: String)] {
    var grouped = Grouped<[UInt8], (file: String, node: Node)>()
    for entry in files { grouped.add(entry, to: Array(entry.file.utf8)) }
    return grouped.groups.map { ($0.members[0].file, YAMLWriter.text($0.members.map(\.node))) }
  }

  /// The specs of several imports as the documents of one text; nil when there are none.
  public static func text(of all: [Imported]) -> String? {
    let documents = all.flatMap(\.documents)
    return documents.isEmpty ? nil : YAMLWriter.text(documents)
  }
}
