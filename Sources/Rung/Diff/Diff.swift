public import RungSource

/// Compares two versions of the streams in two texts, as their providers see them: which values of which request differ,
/// what it takes to change each (by which document), and the requests that make the new version of the old one.
///
/// Values that mean the same to the provider are not a difference: a default that is written out, another order where
/// order means nothing, another spelling. Of an answer what the provider filled in is left out, and what answers do not
/// show is marked (`ChangeEffect.unseen`).
///
/// - Parameters:
///   - old: what there is: the version in use, or the provider's answer.
///   - new: the wanted version.
///   - targets: ids to compare for; one that no target has is a finding. Nil for those that either spec names under `targets`. With a body on either side, the
///     first of them whose body it is.
public func diff(_ old: DiffInput, _ new: DiffInput, for targets: [TargetID]? = nil) -> DiffAnalysis {
  var work = DiffWork([old], [new], for: targets)
  return work.run()
}

/// The same of many files: streams of one name in the same file go together, then those of one name in different files, which were
/// moved, and last what is left over in a file where it is one on each side. What is left then was added, or removed. A removed stream is
/// never planned to be deleted: it may be in a file that is not in the lists.
///
/// Bases are read and not compared. Where a file has errors or is not understood, or one is missing from the lists, what only the other
/// version has is not known to be added or removed: it is not listed, and nothing is planned.
///
/// - Parameters:
///   - old: what there is, each with its ``DiffInput/file``.
///   - new: the wanted version.
///   - areWhole: whether each list has every file that differs. False when one could not be read.
///   - targets: ids to compare for; one that no target has is a finding. Nil for those that either spec names under `targets`.
public func diff(_ old: [DiffInput], _ new: [DiffInput], areWhole: Bool = true, for targets: [TargetID]? = nil) -> DiffAnalysis {
  var work = DiffWork(old, new, areWhole: areWhole, for: targets)
  return work.run()
}

/// The same with plans whatever is found: for tests.
package func diff(_ old: SourceInput, _ new: SourceInput, for provider: String, plansWithErrors: Bool) -> DiffAnalysis {
  var work = DiffWork([DiffInput(old)], [DiffInput(new)], for: [TargetID(rawValue: provider)], plansWithErrors: plansWithErrors)
  return work.run()
}

/// The same of two texts in memory, each a spec, a body or an answer.
public func diff(_ old: SourceInput, _ new: SourceInput, for target: TargetID, loader: Loader = .none) -> DiffAnalysis {
  diff(DiffInput(old, loader: loader), DiffInput(new, loader: loader), for: [target])
}
