internal import RungProviders
internal import RungReading
public import RungSource

/// Compares two versions of the streams in two texts, as their providers see them: which values of which request differ,
/// what it takes to change each (by which document), and the requests that make the new version of the old one.
///
/// Values that mean the same to the provider are not a difference: a default that is written out, another order where
/// order means nothing, another spelling. Of an answer what the provider filled in is left out, and what answers do not
/// show is marked (``ChangeEffect/unseen``).
///
/// - Parameters:
///   - old: what there is: the version in use, or the provider's answer.
///   - new: the wanted version.
///   - targets: ids to compare for; one that no target has is a finding. Nil for those that either spec names under `targets`. With a body on either side, the
///     first of them whose body it is.
public func diff(_ old: DiffInput, _ new: DiffInput, for targets: [TargetID]? = nil) -> DiffAnalysis {
  DiffWork.run([(old, new)], for: targets)
}

/// The same of many pairs, such as the files of two versions of a directory. A pair without an old version is new, and all of its streams are
/// `added`; without a new one they are `removed`. A stream that is gone is never planned to be deleted: it may be in another file.
///
/// - Parameter pairs: of versions; at least one of each pair is there.
public func diff(_ pairs: [(old: DiffInput?, new: DiffInput?)], for targets: [TargetID]? = nil) -> DiffAnalysis {
  DiffWork.run(pairs, for: targets, deletes: false)
}

/// The same with plans whatever is found: for tests.
package func diff(_ old: SourceInput, _ new: SourceInput, for provider: String, plansWithErrors: Bool) -> DiffAnalysis {
  DiffWork.run([(DiffInput(old), DiffInput(new))], for: [TargetID(rawValue: provider)], plansWithErrors: plansWithErrors)
}

/// The same of two texts in memory, each a spec, a body or an answer.
public func diff(_ old: SourceInput, _ new: SourceInput, for target: TargetID, loader: Loader = .none) -> DiffAnalysis {
  diff(DiffInput(old, loader: loader), DiffInput(new, loader: loader), for: [target])
}
