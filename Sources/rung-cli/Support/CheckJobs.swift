internal import ArgumentParser
internal import Rung
internal import RungPlatform
internal import RungProviders

/// `check --jobs`: the files of a run are judged by workers beside each other, and told in their order as if one had judged them all.
///
/// A worker writes its results down as shards do, briefly (``JobResult``). What streams of several files claim is compared here
/// (``JobResults``). What a worker has not done when it ends is judged here.
struct CheckJobs {
  let run: CheckRun
  let count: Int

  static let most = 1024
  /// Starting workers takes as long as judging that many files.
  private static let fewest = 256
  /// The places of the files that are judged after one another: some for each worker, so that none waits long for another.
  private let pieces: [Range<Int>]

  /// - Parameter asked: how many workers; nil for one on each processor.
  init(_ run: CheckRun, asked: Int?) {
    self.run = run
    let files = run.files.names.count
    // What a revision of git has is read from one process, in turn; what is watched is known to one, and what a pipe has is there once.
    let isAlone = run.revision != nil || run.watched != nil || run.files.readsOnce || asked == nil && files < Self.fewest
    count = isAlone ? 1 : min(asked ?? System.cores, Self.most, max(files, 1))
    let size = min(64, max(1, files / (8 * count)))
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
    var workers = Workers(count, pieces: pieces.count) { piece in
      var lines: [UInt8] = []
      let isJudged: Void? = try? judge(pieces[piece]) { $0.write(to: &lines) }
      return isJudged.map { lines }
    }
    let names = run.files.names
    var results = JobResults(run, baseline)
    for (number, piece) in pieces.enumerated() {
      var files = workers.count == count ? try workers.result(of: number).map(Self.results) ?? [] : []
      if files.count != piece.count {
        files = []
        try judge(piece) { files.append($0) }
      }
      for file in files.sorted(by: { $0.index < $1.index }) {
        tally.take(names[file.index], try results.outcome(of: file, named: names[file.index]))
      }
    }
    let ends = Set(workers.end()).sorted()
    return ends.isEmpty ? nil : "warning: a process that checked files ended with \(ends.joined(separator: " and ")); its files were checked again"
  }

  private static func results(_ lines: [UInt8]) throws -> [JobResult] {
    var results: [JobResult] = []
    var rest = lines[...]
    while let end = rest.firstIndex(of: JobResult.end) {
      results.append(try JobResult(line: rest[..<end]))
      rest = rest[(end + 1)...]
    }
    return results
  }

  private func judge(_ piece: Range<Int>, _ tell: (JobResult) -> Void) throws {
    var fleet = Fleet(part: .brief)
    try run.judge(piece, in: &fleet) { tell(JobResult($0, $1, $2)) }
  }

  /// The configurations that hold for the files, once for all workers: what there is to say of them is said here. False where one cannot be
  /// used: what comes before it is shown first.
  private func readsConfigurations() -> Bool {
    var known: Set<[UInt8]> = []
    var last: Substring.UTF8View?
    for name in run.files.names {
      // Files of a directory mostly follow each other.
      let directory = name.utf8[..<(name.utf8.lastIndex(of: UInt8(ascii: "/")).map(name.utf8.index(after:)) ?? name.startIndex)]
      if last?.elementsEqual(directory) == true { continue }
      last = directory
      guard known.insert(Array(directory)).inserted else { continue }
      do { _ = try run.files.policies.configuration(of: name) } catch { return false }
    }
    return true
  }
}
