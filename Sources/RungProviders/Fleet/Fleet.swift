package import RungSource
package import RungSpec

/// The streams that are judged together: those of one file, or of all files of a run.
///
/// Pass the same fleet to `check(_:for:packs:loader:in:)` for each file. What two streams cannot both have at a provider is
/// found in the second, with a note that points into the first. It keeps what streams claim, and the texts of the files that
/// claim something; of other streams it keeps nothing.
///
/// A file is identified by its name: a later text with the same name replaces the earlier one.
public struct Fleet: Sendable {
  private var holders: [Key: Holder] = [:]
  /// Whether this run has reported the default keyframe interval.
  package var saysUsualKeyframes = false
  /// What analyses keep of what their streams claim, for others to compare; nil in a whole run.
  package private(set) var part: Part?
  /// Names of files that claim something.
  private var names: Set<String> = []
  private var run = 0
  /// Files of earlier runs that this run's findings point into.
  private var shown: [Foreign: FileID] = [:]
  /// What the current file claims although another stream has it.
  package private(set) var meetings: [Meeting] = []

  /// No stream yet.
  public init() {}

  /// - Parameter isPart: whether the run is a part of a larger one: its analyses can be written down, and put together again.
  public init(isPart: Bool) { part = isPart ? .full : nil }

  package init(part: Part) { self.part = part }

  /// How much of the parts of a run is kept to put them together.
  package enum Part: Sendable {
    /// All that can be said of them, for a merge that has nothing else.
    case full
    /// For a merge that can judge a text again: hashes of texts only where something was found, and of claims only what they are.
    case brief
  }

  /// Two streams that claim the same.
  package struct Meeting: Sendable {
    package let provider: String
    package let claim: Claim
    /// Where the second one claims it, in its own file.
    package let place: SourcePlace
    package let first: (stream: String?, span: SourceSpan)

    /// As if another stream had what this one claims, wherever that is.
    ///
    /// - Parameter name: of the other stream.
    package init(_ claim: Claim, by stream: Claimant, at provider: String, besides name: String?) {
      let place = stream.place(of: claim)
      self.init(provider: provider, claim: claim, place: place, first: (name, Self.standIn(place.span)))
    }

    fileprivate init(provider: String, claim: Claim, place: SourcePlace, first: (stream: String?, span: SourceSpan)) {
      (self.provider, self.claim, self.place, self.first) = (provider, claim, place, first)
    }

    /// Stands for the place of the other stream: no text, behind the place of the claim.
    package static func standIn(_ place: SourceSpan) -> SourceSpan { SourceSpan(file: place.file, lower: place.upper, upper: place.upper) }
  }

  private struct Key: Hashable {
    let provider: String
    let kind: String
    let parts: [String?]
  }

  private struct Holder: Sendable {
    let stream: String?
    let file: SourceFile
    let span: SourceSpan
    let run: Int
    let origin: Origin
  }

  /// The text that the claim comes from, in the file or in a base.
  private struct Origin: Hashable {
    let file: String
    let lower: UInt32
  }

  private struct Foreign: Hashable {
    let run: Int
    let file: FileID
  }

  // MARK: Adding streams

  /// Called before a file is judged.
  package mutating func begin(_ name: String) {
    run += 1
    if !meetings.isEmpty { meetings = [] }
    if !shown.isEmpty { shown = [:] }
    guard names.remove(name) != nil else { return }
    holders = holders.filter { $0.value.file.name != name }
  }

  /// What is kept of a stream until its claims are compared with those of others.
  package struct Claimant: Sendable {
    package let name: String?
    let file: FileID
    /// Where a base makes the claim, the stream's own name or `extends` is shown.
    let ownWords: SourcePlace

    package init(_ stream: Stream) {
      let own = stream.document.place.span.file
      name = stream.spec.name?.value
      file = own
      ownWords = [stream.spec.name?.place, stream.spec.extends?.place].lazy.compactMap { $0 }.first { $0.span.file == own }
        ?? stream.document.place
    }

    func place(of claim: Claim) -> SourcePlace { claim.place.span.file == file ? claim.place : ownWords }
  }

  /// - Parameter sources: the run's files; a file that a note points into is added.
  package mutating func add(_ claims: [Claim], by stream: Claimant, at provider: String, _ sources: inout SourceMap) {
    guard !claims.isEmpty else { return }
    let file = sources[stream.file]
    names.insert(file.name)
    for claim in claims {
      let origin = Origin(file: sources[claim.place.span.file].name, lower: claim.place.span.lower)
      let place = stream.place(of: claim)
      let mine = Holder(stream: stream.name, file: file, span: place.span, run: run, origin: origin)
      guard let first = holder(of: Key(provider: provider, kind: claim.kind.name, parts: claim.key), beside: mine) else { continue }
      meetings.append(Meeting(provider: provider, claim: claim, place: place, first: (first.stream, shown(first, &sources))))
    }
  }

  /// The same of a claim that was written down.
  ///
  /// - Returns: what there is to say where another stream has it, by each rule.
  package mutating func add(
    _ claim: WrittenClaim, in file: SourceFile, _ sources: inout SourceMap
  ) -> [(finding: Diagnostic, suppression: Suppression?)] {
    names.insert(file.name)
    let origin = Origin(file: sources[claim.origin.file].name, lower: claim.origin.lower)
    let mine = Holder(stream: claim.stream, file: file, span: claim.place, run: run, origin: origin)
    guard let first = holder(of: Key(provider: claim.provider, kind: claim.kind, parts: [claim.key]), beside: mine) else { return [] }
    return claim.findings(besides: first.stream, at: shown(first, &sources))
  }

  /// Who has something already; nil where nobody has, and from now on this one.
  private mutating func holder(of key: Key, beside mine: Holder) -> Holder? {
    guard let first = holders[key] else {
      holders[key] = mine
      return nil
    }
    guard first.origin == mine.origin else { return first }
    // A base that is judged as well is not a stream beside those that extend it.
    if mine.origin.file == mine.file.name { return nil }
    guard mine.origin.file == first.file.name else { return first }
    holders[key] = mine
    return nil
  }

  private mutating func shown(_ holder: Holder, _ sources: inout SourceMap) -> SourceSpan {
    guard holder.run != run else { return holder.span }
    let foreign = Foreign(run: holder.run, file: holder.span.file)
    let file = shown[foreign] ?? sources.add(holder.file)
    shown[foreign] = file
    return SourceSpan(file: file, lower: holder.span.lower, upper: holder.span.upper)
  }
}
