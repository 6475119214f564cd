internal import ArgumentParser
internal import Rung
internal import RungSource

/// `check --merge`: the results of all shards, as one run would have them.
struct MergeJob {
  private let shards: [ShardResults.Written]
  /// Of the run.
  let run: ShardRun
  /// The command of the run.
  let command: CheckCommand

  init(_ paths: [String]) throws {
    guard !paths.isEmpty else { throw Failure.usage("no shard was named; write `rung check --merge shard-*.json`") }
    shards = try paths.map { path in
      guard !Inputs.isStandardInput(path) else { throw Failure.usage("--merge takes files, not standard input") }
      return try ShardResults.Written(path)
    }
    run = shards[0].run
    for shard in shards.dropFirst() {
      if let difference = shard.run.difference(from: run) { throw Failure.notRun("--merge: \(shard.path) is of another run than \(shards[0].path): \(difference)") }
    }
    var seen: [Int: String] = [:]
    for shard in shards {
      if let other = seen.updateValue(shard.path, forKey: shard.run.shard.number) {
        throw Failure.notRun("--merge: \(other) and \(shard.path) are both shard \(shard.run.shard.name); name each once")
      }
    }
    let missing = (1...run.shard.count).filter { seen[$0] == nil }
    guard missing.isEmpty else {
      let names = missing.prefix(10).map(String.init).joined(separator: ", ") + (missing.count > 10 ? ", …" : "")
      throw Failure.notRun("--merge: shard\(missing.count == 1 ? "" : "s") \(names) of \(run.shard.count) \(missing.count == 1 ? "is" : "are") missing; name the results of all \(run.shard.count)")
    }
    guard let command = try? CheckCommand.parse(run.options) else { throw Failure.notRun("--merge: \(shards[0].path) ran with options that there are not") }
    self.command = command
  }

  func merge(to output: FindingsOutputOption, _ detail: FindingsDetail, _ baseline: BaselineFile?, strict: Bool) throws {
    let policies = try PolicySource(command.root.policy, baseline: baseline?.match)
    var tally = CheckTally(CheckResults(Findings(output, by: run.format, detail, strict: strict)), unreadable: run.unreadable, passedOver: run.passedOver)
    var texts = CheckTexts()
    for shard in shards {
      for (name, hash) in shard.configurations { try said(shard) { () throws(PartFault) in _ = try texts.text(name, hash) } }
    }
    let held = shards.reduce(0) { $0 + $1.items.count }
    guard held == run.files else { throw Failure.notRun("--merge: the shards hold \(held) files, and the run has \(run.files); run them again") }
    // By the places of the files in the run.
    var items: [(shard: Int, line: ArraySlice<UInt8>)?] = Array(repeating: nil, count: run.files)
    for (number, shard) in shards.enumerated() {
      for (index, line) in shard.items {
        guard items[index] == nil else { throw Failure.notRun("--merge: \(shard.path) holds a file that \(shards[items[index]?.shard ?? 0].path) holds as well") }
        items[index] = (number, line)
      }
    }
    var parts = CheckParts(policies, baseline)
    for case let (number, line)? in items {
      try said(shards[number]) { () throws(PartFault) in
        let item = try PartNode(json: Array(line))
        let name = try CheckParts.name(of: item)
        guard shards[number].run.shard.owns(name) else { throw PartFault("holds \(name), which is not of that shard") }
        tally.take(name, try parts.outcome(of: item, named: name) { name, hash throws(PartFault) in
          guard let hash else { throw PartFault("holds \(name) without its hash") }
          return try texts.text(name, hash)
        })
      }
    }
    let isNothingWrong = run.isListed || !command.only.isEmpty
    try tally.end(
      baseline, read: { try policies.settled(Inputs.read($0)) },
      nothing: isNothingWrong ? nil : { SpecFiles.nothingFound(in: run.paths, $0, excluded: run.excluded) })
  }

  private func said(_ shard: ShardResults.Written, _ work: () throws(PartFault) -> Void) throws {
    do throws(PartFault) { try work() } catch { throw Failure.notRun("--merge: \(shard.path) \(error.message)") }
  }
}
