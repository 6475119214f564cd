internal import Rung
internal import RungProviders
internal import RungSource

/// What workers say of the files of a run, put together in its order.
///
/// A file whose streams claim what those of another one have claimed is judged once more, and so is the other one: a brief result does not say
/// what there is to say of them together.
struct JobResults {
  private let run: CheckRun
  private var parts: CheckParts
  private var texts = CheckTexts()
  /// Who claims something: the place of a file that is not among the parts, or nil for one that is.
  private var holders: [String: Int?] = [:]

  init(_ run: CheckRun, _ baseline: BaselineFile?) {
    self.run = run
    parts = CheckParts(run.files.policies, baseline)
  }

  mutating func outcome(of file: JobResult, named name: String) throws -> CheckRun.Outcome {
    do throws(PartFault) {
      let claims = try file.claims()
      let others = claims.compactMap { holders[$0] }
      if others.isEmpty, claims.count < 2 || Set(claims).count == claims.count {
        switch file.content {
        case .quiet(let part):
          for claim in claims { holders[claim] = .some(file.index) }
          return parts.outcome(of: part, named: name)
        case .item(let item):
          let outcome = try told(item, named: name)
          for claim in claims { holders[claim] = .some(nil) }
          return outcome
        }
      }
      for other in Set(others.compactMap { $0 }).sorted() { try claim(for: other) }
    } catch {
      // The text has changed since it was judged.
    }
    let whole = try judged(file.index)
    do throws(PartFault) {
      for claim in try CheckParts.claims(of: whole) { holders[claim] = .some(nil) }
      return try told(whole, named: name)
    } catch {
      throw Failure.notRun("\(name) changed while it was checked; run it again")
    }
  }

  /// Adds what a file claims to the parts.
  private mutating func claim(for index: Int) throws(PartFault) {
    guard let item = try? judged(index) else { throw PartFault("cannot be read any more") }
    try parts.claim(item) { name, hash throws(PartFault) in try texts.text(name, hash) }
    for claim in try CheckParts.claims(of: item) { holders[claim] = .some(nil) }
  }

  private mutating func told(_ item: PartNode, named name: String) throws(PartFault) -> CheckRun.Outcome {
    try parts.outcome(of: item, named: name) { name, hash throws(PartFault) in try texts.text(name, hash) }
  }

  private mutating func judged(_ index: Int) throws -> PartNode {
    var fleet = Fleet(part: .full)
    var item: PartNode?
    var files: [SourceFile] = []
    try run.judge(index..<(index + 1), in: &fleet) { index, name, outcome in
      item = PartNode(ShardResults.item(index, name, outcome))
      if case .judged(let analysis, _, _, _) = outcome { files = analysis.sources.files }
    }
    texts.add(files)
    guard let item else { throw Failure.notRun("\(run.files.names[index]) is not there any more") }
    return item
  }
}
