internal import RungProviders
internal import RungReading
internal import RungSource
internal import RungSpec

/// Files that were read as bases: many streams share one, and one may lead to another twice.
struct Bases {
  fileprivate let loader: Loader

  init(_ loader: Loader) { self.loader = loader }

  /// By the bytes of their files' names: what Unicode holds to be the same are two files.
  fileprivate var known: [[UInt8]: Base] = [:]
  /// What the loader said, by the path as it is written and the file that it is written in.
  fileprivate var answers: [[[UInt8]]: Loader.Answer] = [:]
  /// What may still be read.
  fileprivate var left = Bounds()
  /// What bases have brought into the document at hand, counted at each step of a chain.
  fileprivate var brought = Extent()
  fileprivate var isSpent = false
  /// Documents of which something that they extend is missing, which has been said.
  fileprivate var incomplete: Set<SourceSpan> = []
  /// What documents, and their bases, remove of the bases before them: the places of the nulls by path.
  private var removals: [SourceSpan: [String: SourcePlace]] = [:]

  /// Those of another file of the run, whose loader may have other answers: only what is missing from earlier documents is still known.
  func next(_ loader: Loader) -> Bases {
    var next = Bases(loader)
    next.incomplete = incomplete
    return next
  }

  /// Where the document, or a base of it, removes what a base sets, by path.
  func removals(of document: Node) -> [String: SourcePlace] { removals[document.span] ?? [:] }

  fileprivate mutating func note(_ removals: [String: SourcePlace], of document: Node) {
    if !removals.isEmpty { self.removals[document.span, default: [:]].merge(removals) { $1 } }
  }

  /// Whether the rest of some document is unknown.
  var lackSome: Bool { !incomplete.isEmpty }

  /// Whether the rest of a document is unknown.
  func lack(_ document: Node) -> Bool { incomplete.contains(document.span) }

  fileprivate struct Base {
    /// Put together; nil for a file that cannot be used.
    var node: Node?
    /// Why not, as the end of a sentence, where the file's own findings do not say it; what to do; and where it is seen.
    var refusal: (reason: String, help: Help, place: SourceSpan?)?
    /// Keys and values that its own bases brought.
    var cost = 0
  }
}

extension Pipeline {
  /// Files from the first one to the last base.
  private static let longestWay = 32

  /// The document with everything that it extends set under it.
  ///
  /// - Parameter way: the names of the files from the first one to this one, to notice cycles.
  mutating func composed(_ document: Node, from way: [String]) -> Node {
    let isBase = way.count > 1
    guard let extends = document["extends"] else { return document }
    if !isBase { (bases.brought, bases.isSpent) = (Extent(), false) }
    var base: Node?
    let paths = paths(extends)
    var isWhole = !paths.isEmpty
    for path in paths {
      guard let next = loaded(path, from: way), takes(next, path) else {
        isWhole = false
        continue
      }
      if bases.lack(next) { isWhole = false }
      let through = report.retrail(next, through: .extends(path.span))
      base = base.map { Composition.merge(through, onto: $0, keepsRemovals: isBase) } ?? through
      if !isBase { bases.note(through.removals, of: document) }
    }
    if !isWhole { bases.incomplete.insert(document.span) }
    guard let base else { return document }
    if !isBase { bases.note(document.removals, of: document) }
    return Composition.merge(flaggingRemovals(in: document, of: base["targets"]), onto: base, keepsRemovals: isBase)
  }

  /// Reports a target that is removed and that neither the base nor Rung knows: it is another one that is meant.
  ///
  /// - Returns: the document without these.
  @discardableResult
  mutating func flaggingRemovals(in document: Node, of base: Node? = nil) -> Node {
    guard let targets = document["targets"] else { return document }
    var unknown: [String] = []
    let known = (base?.entries.map(\.key.value) ?? []) + (base?.items.compactMap { $0.scalar?.text } ?? [])
    for entry in targets.entries where entry.value.isRemoval {
      guard !known.contains(entry.key.value), Targets.named(entry.key.value) == nil else { continue }
      report.use(entry.value.place)
      flagUnknown(entry.key.value, entry.key.place, isWritten: true)
      unknown.append(entry.key.value)
    }
    return unknown.isEmpty ? document : document.replacing("targets", with: targets.without(unknown))
  }

  /// The value of `extends`, path by path.
  private mutating func paths(_ extends: Node) -> [Node] {
    switch extends.content {
    case .scalar: return [extends]
    case .list(let items) where !items.isEmpty: return items
    case .list, .map:
      let found = extends.items.isEmpty && extends.entries.isEmpty ? "empty" : extends.kindName
      report.flag(
        SpecFaults.wrongType, extends.place, "\(.extends) must be a path or a list of paths, not \(found)",
        help: ["set \(.extends, "base.yaml")", "remove \(.extends)"])
      return []
    }
  }

  /// Counts what a base brings into the document, and refuses what is too much, once.
  private mutating func takes(_ base: Node, _ path: Node) -> Bool {
    let bounds = Bounds()
    let extent = base.extent
    bases.brought += extent
    bases.left.nodes -= extent.nodes
    let excess =
      bases.brought.nodes > bounds.repeatedNodes ? "\(bounds.repeatedNodes) keys and values into one document"
      : bases.brought.bytes > bounds.repeatedBytes ? "\(bounds.repeatedBytes) bytes of text into one document"
      : bases.left.nodes < 0 ? "\(bounds.nodes) keys and values into the streams of one file" : nil
    guard let excess else { return true }
    if !bases.isSpent {
      report.flag(
        SourceFaults.tooManyNodes, path.place, "with `\(path.scalar?.text ?? "")`, bases add more than \(excess)",
        help: "extend fewer files, or smaller ones")
    }
    bases.isSpent = true
    return false
  }

  private mutating func loaded(_ path: Node, from way: [String]) -> Node? {
    // It has been said; what comes next is not even read.
    guard !bases.isSpent else { return nil }
    guard let text = path.scalar?.text, path.scalar?.type == .string, let current = way.last else {
      report.flag(
        SpecFaults.wrongType, path.place, "\(.extends) must be a path, not \(path.kindName)", help: ["set \(.extends, "base.yaml")", "remove \(.extends)"])
      return nil
    }
    guard !text.isEmpty, !text.utf8.contains(0) else {
      report.flag(
        SpecFaults.wrongType, path.place, text.isEmpty ? "\(.extends) is an empty path" : "the path contains a NUL character (U+0000), which file names cannot have",
        help: ["set \(.extends, "base.yaml")", "remove \(.extends)"])
      return nil
    }
    switch answer(text, from: current) {
    case .refused(let reason, let help):
      report.flag(
        SpecFaults.notReadable, path.place, "`\(text)` \(reason)",
        help: help.map { Help($0) } ?? "paths are relative to the file that names them")
      return nil
    case .file(let input):
      guard !way.contains(where: { $0.utf8.elementsEqual(input.name.utf8) }) else {
        report.flag(
          SpecFaults.notReadable, path.place, "`\(text)` extends itself: \((way + [input.name]).joined(separator: " → "))",
          help: "remove one of these \(.extends)")
        return nil
      }
      if let known = bases.known[Array(input.name.utf8)] {
        bases.brought.nodes += known.cost
        return used(known, path)
      }
      guard way.count <= Self.longestWay else {
        report.flag(
          SpecFaults.notReadable, path.place, "`\(text)` is more than \(Self.longestWay) steps away from the first file; Rung follows at most \(Self.longestWay)",
          help: "use a shorter chain of \(.extends)")
        return nil
      }
      let before = bases.brought.nodes
      var base = base(input, path, from: way)
      base.cost = bases.brought.nodes - before
      bases.known[Array(input.name.utf8)] = base
      return used(base, path)
    }
  }

  private mutating func used(_ base: Bases.Base, _ path: Node) -> Node? {
    if let (reason, help, place) = base.refusal {
      let notes = place.map { [MessageNote("the file contains this", at: $0)] } ?? []
      report.flag(SpecFaults.notReadable, path.place, "`\(path.scalar?.text ?? "")` \(reason)", notes: notes, help: help)
    }
    return base.node
  }

  private mutating func answer(_ text: String, from current: String) -> Loader.Answer {
    let key = [Array(current.utf8), Array(text.utf8)]
    if let known = bases.answers[key] { return known }
    let answer = bases.loader.load(text, from: current)
    bases.answers[key] = answer
    return answer
  }

  /// A file as a base, with all that it extends itself.
  private mutating func base(_ input: SourceInput, _ path: Node, from way: [String]) -> Bases.Base {
    bases.left.fileSize -= input.bytes.count
    guard bases.left.fileSize >= 0 else {
      report.flag(
        SourceFaults.tooLarge, path.place, "with `\(path.scalar?.text ?? "")`, bases have more than \(Bounds().fileSize) bytes", help: "extend fewer files, or smaller ones")
      bases.isSpent = true
      return Bases.Base()
    }
    var bounds = Bounds()
    // A base that holds more could not be taken.
    bounds.nodes = min(bounds.repeatedNodes, bases.left.nodes)
    let documents = read(input, bounds)
    guard let document = documents.first else { return Bases.Base() }
    guard documents.count == 1 else {
      return Bases.Base(refusal: ("contains \(documents.count) streams; a base must contain one", "move each into its own file", nil))
    }
    guard case .map = document.content else {
      return Bases.Base(refusal: ("is \(document.kindName); a base must be a mapping", "write the keys of a stream in it: `key: value`", document.span))
    }
    extended.insert(input.name)
    if !document.has("base"), !input.isBase { flagUnmarked(document) }
    return Bases.Base(node: composed(document, from: way + [input.name]).without(["extends", "base"]))
  }
}

extension Node {
  /// The nulls that are written, by path.
  var removals: [String: SourcePlace] {
    var hasSome = false
    forEachLeaf { if $0.isRemoval { hasSome = true } }
    guard hasSome else { return [:] }
    var removals: [String: SourcePlace] = [:]
    forEachLeaf { path, leaf in if leaf.isRemoval { removals[path] = leaf.place } }
    return removals
  }
}
