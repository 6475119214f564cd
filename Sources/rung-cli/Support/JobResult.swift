internal import Rung

/// What became of a file of a run, as a worker writes it: a line.
struct JobResult {
  /// The place of the file in the run.
  let index: Int
  let content: Content

  enum Content {
    case quiet(QuietPart)
    /// As shards write it.
    case item(PartNode)
  }

  init(_ index: Int, _ name: String, _ outcome: CheckRun.Outcome) {
    self.index = index
    if case .judged(let analysis, true, false, nil) = outcome, let part = QuietPart(analysis, named: name) {
      content = .quiet(part)
    } else {
      content = .item(PartNode(ShardResults.item(index, name, outcome)))
    }
  }

  func write(to lines: inout [UInt8]) {
    switch content {
    case .quiet(let part):
      lines += "\(index)".utf8
      lines.append(QuietPart.tab)
      part.write(to: &lines)
    case .item(let item): lines += ShardResults.line(item).utf8
    }
    lines.append(Self.end)
  }

  static let end: UInt8 = 0x0A

  /// - Parameter line: without its end.
  init(line: ArraySlice<UInt8>) throws {
    do throws(PartFault) {
      if line.first == UInt8(ascii: "{") {
        let item = try PartNode(json: Array(line))
        (index, content) = (try item.number("index"), .item(item))
      } else {
        let place = line.prefix { $0 != QuietPart.tab }
        guard let index = Int(digits: place), place.endIndex < line.endIndex else { throw PartFault("have a line that is not a file's") }
        (self.index, content) = (index, .quiet(try QuietPart(line: line[(place.endIndex + 1)...])))
      }
    } catch {
      throw Failure.notRun("a worker's results cannot be read: \(error.message)")
    }
  }

  /// What the streams of the file claim: words that are equal where claims are.
  func claims() throws(PartFault) -> [String] {
    switch content {
    case .quiet(let part): part.claims
    case .item(let item): try CheckParts.claims(of: item)
    }
  }
}
