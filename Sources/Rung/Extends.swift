internal import RungReading
internal import RungSource
internal import RungSpec

extension Pipeline {
  /// Files from the first one to the last base.
  private static let longestWay = 32

  /// The document with everything that it extends set under it.
  ///
  /// - Parameter way: the names of the files from the first one to this one, to notice cycles.
  mutating func composed(_ document: Node, from way: [String]) -> Node {
    guard let extends = document["extends"] else { return document }
    var base: Node?
    for path in extends.scalar != nil ? [extends] : extends.items {
      guard let next = loaded(path, from: way) else { continue }
      let through = report.retrail(next, through: .extends(path.span))
      base = base.map { Composition.merge(through, onto: $0) } ?? through
    }
    guard let base else { return document }
    return Composition.merge(document, onto: base)
  }

  private mutating func loaded(_ path: Node, from way: [String]) -> Node? {
    guard let text = path.scalar?.text, path.scalar?.type == .string, let current = way.last else {
      report.flag(SpecFaults.wrongType, path.place, "expected a path, found \(path.kindName)")
      return nil
    }
    switch loader.load(text, from: current) {
    case .refused(let reason, let help):
      report.flag(
        SpecFaults.notReadable, path.place, "`\(text)` \(reason)",
        help: help ?? "paths are relative to the file that names them")
      return nil
    case .file(let input):
      guard !way.contains(input.name) else {
        report.flag(
          SpecFaults.notReadable, path.place, "`\(text)` extends itself: \((way + [input.name]).joined(separator: " → "))",
          help: "take one of these `extends` away")
        return nil
      }
      if let known = bases[input.name] { return known }
      guard way.count <= Self.longestWay else {
        report.flag(
          SpecFaults.notReadable, path.place, "`\(text)` is more than \(Self.longestWay) steps away from the first file; nobody follows that",
          help: "let fewer files extend one another")
        return nil
      }
      let documents = read(input)
      guard documents.count <= 1 else {
        report.flag(
          SpecFaults.notReadable, path.place, "`\(text)` holds \(documents.count) streams; a base holds one",
          help: "put each into a file of its own")
        return nil
      }
      guard let document = documents.first else { return nil }
      let whole = composed(document, from: way + [input.name])
      let base = Composition.removing(["extends"], from: whole)
      bases[input.name] = base
      return base
    }
  }
}
