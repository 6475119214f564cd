internal import Rung
internal import RungOutput
internal import RungPlatform
internal import RungReading
internal import RungSource

/// The results of a shard as they are written: a JSON array with an item in each line. First the run, then every file of the shard, then
/// what was read besides and that this was all.
struct ShardResults {
  private let put: (String) -> Void
  private var count = 0

  private static let beginning = "[{\"rung_shard\":"

  init(_ run: ShardRun, _ put: @escaping (String) -> Void) {
    self.put = put
    put("[\(run.line),\n")
  }

  /// A file of the shard.
  mutating func add(_ index: Int, _ name: String, _ outcome: CheckRun.Outcome) {
    count += 1
    put(Self.line(PartNode(Self.item(index, name, outcome))) + ",\n")
  }

  /// A file and what became of it.
  static func line(_ item: PartNode) -> String { JSONWriter.shown(item.node, indent: 0) }

  static func item(_ index: Int, _ name: String, _ outcome: CheckRun.Outcome) -> Node {
    var members: [(String, Node)] = [("index", .number(index))]
    func note(_ what: String, isHashed: Bool) {
      members += [("file", .text(name)), ("is", .text(what))]
      if isHashed, let bytes = try? FileText.read(name, limit: Inputs.limit) { members.append(("hash", .text(Analysis.hash(bytes)))) }
    }
    switch outcome {
    case .judged(let analysis, let isFound, let isBlank, let isChanged):
      members.append(("judged", analysis.writtenNode))
      for (name, flag) in [("found", isFound), ("blank", isBlank)] where flag { members.append((name, .bool(true, at: .nowhere))) }
      if let isChanged { members.append(("changed", .bool(isChanged, at: .nowhere))) }
    case .unreadable(let reason): members += [("file", .text(name)), ("unreadable", .text(reason))]
    case .removed: note("removed", isHashed: false)
    case .configuration: note("configuration", isHashed: true)
    case .passedOver: note("passed-over", isHashed: true)
    case .output: note("output", isHashed: false)
    }
    return .object(members)
  }

  /// - Parameter configurations: those that settled findings.
  func end(_ shard: Shard, _ configurations: [Configuration]) {
    let read = configurations.map { Node.array([.text($0.name), .text(Analysis.hash($0.bytes))]) }
    put(JSONWriter.shown(.object([("end_of_shard", .number(shard.number)), ("judged", .number(count)), ("configurations", .array(read))]), indent: 0) + "]\n")
  }

  // MARK: Reading

  /// One that was written.
  struct Written {
    let path: String
    let run: ShardRun
    /// Places of files in the run, and what became of them.
    let items: [(index: Int, line: ArraySlice<UInt8>)]
    /// Names and hashes.
    let configurations: [(name: String, hash: String)]

    /// Ends the command where it cannot be used.
    init(_ path: String) throws {
      self.path = path
      let bytes: [UInt8]
      do throws(Unreadable) {
        bytes = try FileText.read(path, limit: 1 << 31)
      } catch {
        throw Failure.notRun("--merge: \(path) \(error.reason)")
      }
      do throws(PartFault) {
        guard bytes.starts(with: ShardResults.beginning.utf8) else { throw PartFault("is not what `rung check --shard` prints") }
        let lines = bytes.split(separator: 0x0A)
        guard bytes.suffix(3) == Array("}]\n".utf8)[...], lines.count > 1 else { throw PartFault("is cut off: its last line is missing; run the shard again") }
        run = try ShardRun(reading: PartNode(json: Array(lines[0].dropFirst().dropLast())))
        let end = try PartNode(json: Array(lines[lines.count - 1].dropLast()))
        var items: [(Int, ArraySlice<UInt8>)] = []
        for line in lines[1..<(lines.count - 1)] {
          guard let index = Self.index(line), index < run.files, line.last == UInt8(ascii: ",") else { throw PartFault("has a line that is not a file's") }
          items.append((index, line.dropLast()))
        }
        guard try end.number("end_of_shard") == run.shard.number, try end.number("judged") == items.count else {
          throw PartFault("holds \(items.count) files, and its last line says otherwise; run the shard again")
        }
        self.items = items
        configurations = try end.list("configurations").map { $0.node.items.compactMap { $0.scalar?.text } }.map { ($0.first ?? "", $0.last ?? "") }
      } catch {
        throw Failure.notRun("--merge: \(path) \(error.message)")
      }
    }

    /// `{"index":17,`
    private static func index(_ line: ArraySlice<UInt8>) -> Int? {
      let head = Array("{\"index\":".utf8)
      guard line.starts(with: head) else { return nil }
      return Int(digits: line.dropFirst(head.count).prefix { $0 &- 0x30 < 10 })
    }
  }

  /// Leaves what shards have written out of what is judged: where it lies among the specs, every shard would find other files.
  static func leaveOut(of collection: inout PathCollection) {
    var output = stat()
    let isOpen = fstat(STDOUT_FILENO, &output) == 0
    collection.leaveOut { path in
      guard path.hasSuffix(".json") else { return false }
      if isOpen, case .success(let status) = PathName.status(path), FileIdentity(status) == FileIdentity(output) { return true }
      return FileText.beginning(path, count: beginning.utf8.count)?.elementsEqual(beginning.utf8) ?? false
    }
  }
}
