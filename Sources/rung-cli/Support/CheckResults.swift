internal import Rung
internal import RungCall
internal import RungSource

/// What `check` has found in its texts, told in the order of the run.
final class CheckResults {
  private let findings: Findings
  // Streams that may be bases, until all files are known.
  private var held = HeldBases()
  private var possible: [Analysis] = []
  /// By their bytes.
  private var changed: Set<[UInt8]> = []
  private var unchanged = 0

  init(_ findings: Findings) { self.findings = findings }

  /// - Parameter isChanged: since a revision; nil where none was named.
  func tell(_ analysis: Analysis, of name: String, isChanged: Bool?) {
    held.extend(analysis.extended)
    if isChanged == true { changed.insert(Array(name.utf8)) }
    if analysis.isPassedOver {
      findings.addPassedOver()
    } else if isChanged == false {
      unchanged += 1
      // What it cannot have beside a changed one is found here when that one comes first.
      let met = analysis.diagnostics.filter { found in
        found.notes.contains { note in note.span.map { changed.contains(Array(analysis.sources[$0.file].name.utf8)) } ?? false }
      }
      if met.isEmpty { findings.addPassedOver() } else { findings.add(analysis, only: met) }
    } else if analysis.mayBeBase {
      held.files.append((name, possible.count))
      possible.append(analysis)
    } else {
      findings.add(analysis)
    }
  }

  func tell(unreadable name: String, _ reason: String) { findings.add(unreadable: name, reason) }

  /// A list of changed files names those that are gone as well.
  func tellRemoved() {
    unchanged += 1
    findings.addPassedOver()
  }

  /// - Parameters:
  ///   - read: reads a file of the repository, with what settles its findings.
  ///   - nothing: what to say where nothing was judged; nil where that is no fault.
  func end(configurations: Int, passedOver: Int, _ baseline: BaselineFile?, read: (String) throws -> SpecFiles.Spec, nothing: (() -> String)?) throws {
    for (_, index, role) in held.settled(read) {
      switch role {
      case .stream: findings.add(possible[index])
      case .base: findings.addBase()
      case .baseOf(let stream, let found): findings.add(stream, only: found)
      }
    }
    for _ in 0..<configurations { findings.addBase() }
    findings.addPassedOver(passedOver)
    if let nothing, findings.isEmpty, unchanged == 0 {
      findings.say("error: \(nothing())")
      try findings.end(.notRun, summary: false)
      return
    }
    try findings.end(findings.verdict, summary: true, baseline)
  }
}
