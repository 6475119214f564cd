internal import RungReading
package import RungSource
internal import Synchronization

/// A ladder that ships with Rung: a file of `presets/`, embedded.
package final class Preset: Sendable {
  package let name: String
  package let text: String
  package let id: FileID
  private let parsed = Mutex<Node?>(nil)

  init(_ number: Int, _ name: String, _ text: String) {
    self.name = name
    self.text = text
    self.id = SourceMap.shippedID(number)
  }

  package var file: SourceFile { SourceFile(name: "presets/\(name).yaml", bytes: Array(text.utf8), kind: .preset) }

  /// Parsed when first used. A test reads every shipped file, so one that does not parse does not ship.
  package var node: Node {
    parsed.withLock { parsed in
      if let parsed { return parsed }
      var report = Report()
      let node = Reader.read(file, id: id, format: .yaml, into: &report).first ?? Node(.map([]), at: SourcePlace(SourceSpan(file: id, lower: 0, upper: 0)))
      parsed = node
      return node
    }
  }

  package var title: String { node["title"]?.scalar?.text ?? name }
  package var source: String { node["source"]?.scalar?.text ?? "" }
}
