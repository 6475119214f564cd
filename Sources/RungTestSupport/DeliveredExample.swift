package import Rung
internal import RungSource

/// The files of an example of `rung verify`: a line `=== NAME` begins a further one.
package struct DeliveredExample {
  /// In their order, with the mark of the first that has one.
  package private(set) var files: [(name: String, text: MarkedText)] = []
  /// Nil where what was delivered is judged alone.
  package let spec: MarkedText?

  package init(_ text: String, of spec: String?) {
    self.spec = spec.map { MarkedText($0) }
    var name = "delivered"
    var lines: [Substring] = []
    func end() { if !lines.isEmpty || files.isEmpty && name == "delivered" { files.append((name, MarkedText(lines.joined(separator: "\n")))) } }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("=== ") else {
        lines.append(line)
        continue
      }
      if !lines.isEmpty { end() }
      (name, lines) = (String(line.dropFirst(4)), [])
    }
    end()
  }

  /// Without its marks.
  package var analysis: Analysis { analysis(in: "") }

  /// - Parameter folder: that its files are in, with a slash at the end.
  package func analysis(in folder: String) -> Analysis {
    verify(
      files.map { DeliveredInput(SourceInput(name: folder + $0.name, text: $0.text.text)) }, against: spec.map { SourceInput(name: folder + "spec.yaml", text: $0.text) }
    ).analysis
  }
}
