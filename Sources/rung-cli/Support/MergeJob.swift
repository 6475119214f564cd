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
    let results = CheckResults(Findings(output, by: run.format, detail, strict: strict))
    for (path, reason) in run.unreadable { results.tell(unreadable: path, reason) }
    var texts = Texts()
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
    var (passedOver, configurations) = (run.passedOver, 0)
    var parts = PartsMerge()
    let policy = baseline.map { file in
      var policy = Policy { policies.place(of: $0) }
      policy.baseline = file.match
      return policy
    }
    var folders = SpecFolders()
    var blanks: [(shard: Int, name: String, item: PartNode)] = []
    func tell(_ item: PartNode, named name: String) throws(PartFault) {
      let analysis = try parts.analysis(of: try item.member("judged"), policy) { name, hash throws(PartFault) in try texts.text(name, hash) }
      results.tell(analysis, of: name, isChanged: item.optional("changed") == nil ? nil : try item.flag("changed"))
    }
    for case let (number, line)? in items {
      try said(shards[number]) { () throws(PartFault) in
        let item = try PartNode(json: Array(line))
        let name = try Self.name(of: item)
        guard shards[number].run.shard.owns(name) else { throw PartFault("holds \(name), which is not of that shard") }
        if item.optional("judged") != nil {
          if try item.flag("blank") { return blanks.append((number, name, item)) }
          if try item.flag("found") { folders.note(name) }
          try tell(item, named: name)
        } else if let reason = try item.optionalText("unreadable") {
          results.tell(unreadable: name, reason)
        } else {
          if let hash = try item.optionalText("hash") { _ = try texts.text(name, hash) }
          switch try item.text("is") {
          case "passed-over": passedOver += 1
          case "removed": results.tellRemoved()
          case "configuration": configurations += 1
          case "output": break
          case let other: throw PartFault("says that \(name) is `\(other)`")
          }
        }
      }
    }
    for (number, name, item) in blanks {
      try said(shards[number]) { () throws(PartFault) in
        if folders.take(name, wasSpec: try item.flag("found")) { try tell(item, named: name) } else { passedOver += 1 }
      }
    }
    let isNothingWrong = run.isListed || !command.only.isEmpty
    try results.end(
      configurations: configurations, passedOver: passedOver, baseline, read: { try policies.settled(Inputs.read($0)) },
      nothing: isNothingWrong ? nil : { SpecFiles.nothingFound(in: run.paths, passedOver, excluded: run.excluded) })
  }

  private static func name(of item: PartNode) throws(PartFault) -> String {
    if item.optional("judged") == nil { return try item.text("file") }
    guard let name = try item.member("judged").list("files").first?.node.items.first?.scalar?.text else { throw PartFault("holds a text without a name") }
    return name
  }

  private func said(_ shard: ShardResults.Written, _ work: () throws(PartFault) -> Void) throws {
    do throws(PartFault) { try work() } catch { throw Failure.notRun("--merge: \(shard.path) \(error.message)") }
  }
}

/// The files that were judged, as they are here.
private struct Texts {
  /// What many specs extend comes again.
  private var known: [String: (hash: String, bytes: [UInt8])] = [:]
  private static let most = 64

  mutating func text(_ name: String, _ hash: String) throws(PartFault) -> [UInt8] {
    if let known = known[name], known.hash == hash { return known.bytes }
    let bytes: [UInt8]
    do throws(Unreadable) {
      bytes = try FileText.read(name, limit: Inputs.limit)
    } catch {
      throw PartFault("judged \(name), which \(error.reason) here; merge where the same commit is checked out")
    }
    guard Analysis.hash(bytes) == hash else { throw PartFault("judged another text of \(name) than is here; merge where the same commit is checked out") }
    if known.count >= Self.most { known.removeAll() }
    known[name] = (hash, bytes)
    return bytes
  }
}
