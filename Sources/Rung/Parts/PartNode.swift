internal import RungProviders
internal import RungReading
package import RungSource

/// A member after the other of what a part holds. Whatever is not as Rung writes it is a ``PartFault``: it was changed, or is of
/// another version.
package struct PartNode {
  package let node: Node
  private let path: String

  private init(_ node: Node, _ path: String) { (self.node, self.path) = (node, path) }

  package init(_ node: Node) { self.init(node, "") }

  /// - Parameter json: one object.
  package init(json: [UInt8]) throws(PartFault) {
    let read: Node
    do throws(MessageFault) { read = try Reader.message(json) } catch { throw PartFault("cannot be read: \(error.message)") }
    guard read.isMapping else { throw PartFault("is not an object") }
    self.init(read)
  }

  private func fault(_ key: String, _ expected: String) -> PartFault { PartFault("`\(path)\(key)` is not \(expected)") }

  /// Nil for one that is not there.
  package func optional(_ key: String) -> PartNode? { node[key].map { PartNode($0, "\(path)\(key).") } }

  package func member(_ key: String) throws(PartFault) -> PartNode {
    guard let member = optional(key), member.node.isMapping else { throw fault(key, "an object") }
    return member
  }

  package func optionalText(_ key: String) throws(PartFault) -> String? { node[key] == nil ? nil : try text(key) }

  package func text(_ key: String) throws(PartFault) -> String {
    guard let scalar = node[key]?.scalar, scalar.type == .string else { throw fault(key, "a string") }
    return scalar.text
  }

  /// From 0.
  package func number(_ key: String, or other: Int? = nil) throws(PartFault) -> Int {
    if node[key] == nil, let other { return other }
    guard let number = node[key].flatMap(Self.number) else { throw fault(key, "a whole number from 0") }
    return number
  }

  private static func number(_ node: Node) -> Int? {
    guard let scalar = node.scalar, scalar.type == .integer, let number = Int(scalar.text), (0...Int(Int32.max)).contains(number) else { return nil }
    return number
  }

  /// False for one that is not there.
  package func flag(_ key: String) throws(PartFault) -> Bool {
    guard let member = node[key] else { return false }
    guard let scalar = member.scalar, case .bool(let flag) = scalar.type else { throw fault(key, "true or false") }
    return flag
  }

  /// None where it is not there.
  package func list(_ key: String) throws(PartFault) -> [PartNode] {
    guard let member = node[key] else { return [] }
    guard case .list(let items) = member.content else { throw fault(key, "a list") }
    return items.enumerated().map { PartNode($1, "\(path)\(key)[\($0)].") }
  }

  package func texts(_ key: String) throws(PartFault) -> [String] {
    var texts: [String] = []
    for item in try list(key) {
      guard let scalar = item.node.scalar, scalar.type == .string else { throw fault(key, "a list of strings") }
      texts.append(scalar.text)
    }
    return texts
  }

  /// `[file, first byte, byte behind the last]`
  func span(_ key: String) throws(PartFault) -> SourceSpan {
    guard let member = node[key], let span = Self.span(member) else { throw fault(key, "a place: [file, start, end]") }
    return span
  }

  func optionalSpan(_ key: String) throws(PartFault) -> SourceSpan? { node[key] == nil ? nil : try span(key) }

  func spans(_ key: String) throws(PartFault) -> [SourceSpan] {
    var spans: [SourceSpan] = []
    for item in try list(key) {
      guard let span = Self.span(item.node) else { throw fault(key, "a list of places: [file, start, end]") }
      spans.append(span)
    }
    return spans
  }

  private static func span(_ node: Node) -> SourceSpan? {
    guard let numbers = numbers(node), numbers.count == 3, numbers[1] <= numbers[2] else { return nil }
    // Presets are behind the author's files.
    let file = numbers[0] >= shipped ? Presets.id(numbers[0] - shipped) : FileID(index: UInt32(numbers[0]))
    return file.map { SourceSpan(file: $0, lower: numbers[1], upper: numbers[2]) }
  }

  /// The number of a file from which on it is a preset.
  static let shipped = 1 << 30

  /// The whole numbers of a list; nil for anything else.
  static func numbers(_ node: Node) -> [Int]? {
    guard case .list(let items) = node.content else { return nil }
    let numbers = items.compactMap(number)
    return numbers.count == items.count ? numbers : nil
  }

  /// One of a few words.
  func choice<Value: RawRepresentable<String>>(_ key: String, _ type: Value.Type = Value.self) throws(PartFault) -> Value {
    guard let value = Value(rawValue: try text(key)) else { throw fault(key, "one of its words") }
    return value
  }
}

extension Presets {
  /// By its number.
  static func id(_ number: Int) -> FileID? {
    let id = SourceMap.shippedID(number)
    return names.lazy.compactMap(named).first { $0.id == id }?.id
  }

  static func of(_ id: FileID) -> Preset? { names.lazy.compactMap(named).first { $0.id == id } }
}
