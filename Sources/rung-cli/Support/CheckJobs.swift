internal import ArgumentParser
internal import Rung
internal import RungPlatform
internal import RungProviders
internal import RungReading
internal import RungSource

/// `check --jobs`: the files of a run are judged by workers beside each other, and told in their order as if one had judged them all.
///
/// A worker judges every so many pieces of the run, and writes the results down as shards do, briefly: what streams of several files claim is
/// compared here, and a file whose streams meet others is judged here once more. So is what a worker has not done when it ends.
struct CheckJobs {
  let run: CheckRun
  let count: Int

  static let most = 1024
  /// Starting workers takes as long as judging that many files.
  private static let fewest = 256
  /// The places of the files that are judged after one another: a worker has several, so that none waits long for another.
  private let pieces: [Range<Int>]

  /// - Parameter asked: how many workers; nil for one on each processor.
  init(_ run: CheckRun, asked: Int?) {
    self.run = run
    let files = run.files.names.count
    // What a revision of git has is read from one process, in turn.
    let isAlone = run.revision != nil || run.files.readsStandardInput || asked == nil && files < Self.fewest
    count = isAlone ? 1 : min(asked ?? System.cores, Self.most, max(files, 1))
    let size = min(128, max(1, files / (4 * count)))
    pieces = stride(from: 0, to: files, by: size).map { $0..<min($0 + size, files) }
  }

  static func named(_ word: String) throws -> Int {
    guard !word.isEmpty, word.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let count = Int(word), (1...most).contains(count) else {
      throw ValidationError("`\(word)` is no number of processes; write one from 1 to \(most)")
    }
    return count
  }

  /// - Returns: what there is to say of workers that ended before their work; nil for nothing.
  func judge(_ baseline: BaselineFile?, _ tally: inout CheckTally) throws -> String? {
    guard count > 1, readsConfigurations() else {
      var fleet = Fleet()
      try run.judge(in: &fleet) { tally.take($1, $2) }
      return nil
    }
    var workers = Workers(count) { number, put in
      var fleet = Fleet(part: .brief)
      for piece in stride(from: number, to: pieces.count, by: count) {
        var text = ""
        let isJudged: Void? = try? run.judge(pieces[piece], in: &fleet) { text += ShardResults.line($0, $1, $2) + "\n" }
        guard isJudged != nil, put(Array("\(text)\n".utf8)) else { return }
      }
    }
    var parts = CheckParts(run.files.policies, baseline)
    var texts = CheckTexts()
    var rest = Fleet(part: .brief)
    for (number, piece) in pieces.enumerated() {
      var items: [(index: Int, name: String, item: PartNode)] = []
      if let lines = workers.count == count ? Self.lines(of: number % count, &workers) : nil {
        for line in lines { items.append(try Self.read(line)) }
      } else {
        try run.judge(piece, in: &rest) { items.append(($0, $1, PartNode(ShardResults.item($0, $1, $2)))) }
      }
      for (index, name, item) in items.sorted(by: { $0.index < $1.index }) {
        tally.take(name, try outcome(of: item, at: index, named: name, &parts, &texts))
      }
    }
    let ends = Set(workers.end()).sorted()
    return ends.isEmpty ? nil : "warning: a process that checked files ended with \(ends.joined(separator: " and ")); its files were checked again"
  }

  /// The configurations that hold for the files, once for all workers: what there is to say of them is said here. False where one cannot be
  /// used: what comes before it is shown first.
  private func readsConfigurations() -> Bool {
    var known: Set<String> = []
    for name in run.files.names where known.insert(PathName.directory(of: name)).inserted {
      do { _ = try run.files.policies.configuration(of: name) } catch { return false }
    }
    return true
  }

  /// Those of a piece, behind which an empty one is; nil where the worker has ended.
  private static func lines(of worker: Int, _ workers: inout Workers) -> [[UInt8]]? {
    var lines: [[UInt8]] = []
    while let line = workers.line(of: worker) {
      if line.isEmpty { return lines }
      lines.append(line)
    }
    return nil
  }

  private static func read(_ line: [UInt8]) throws -> (index: Int, name: String, item: PartNode) {
    do throws(PartFault) {
      let item = try PartNode(json: line)
      return (try item.number("index"), try CheckParts.name(of: item), item)
    } catch {
      throw Failure.notRun("a worker's results cannot be read: \(error.message)")
    }
  }

  private func outcome(
    of item: PartNode, at index: Int, named name: String, _ parts: inout CheckParts, _ texts: inout CheckTexts
  ) throws -> CheckRun.Outcome {
    func told(_ item: PartNode) throws(PartFault) -> CheckRun.Outcome {
      try parts.outcome(of: item, named: name) { name, hash throws(PartFault) in try texts.text(name, hash) }
    }
    do throws(PartFault) {
      if try !parts.meets(item) { return try told(item) }
    } catch {
      // The text has changed since it was judged.
    }
    var fleet = Fleet(part: .full)
    var whole = item
    try run.judge(index..<(index + 1), in: &fleet) { whole = PartNode(ShardResults.item($0, $1, $2)) }
    do throws(PartFault) { return try told(whole) } catch { throw Failure.notRun("\(name) changed while it was checked; run it again") }
  }
}
