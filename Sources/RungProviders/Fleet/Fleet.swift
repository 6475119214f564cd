package import RungSource
package import RungSpec

/// The streams that are judged together: those of one file, or of all files of a run.
///
/// Give the same one to `check(_:for:packs:loader:in:)` for file after file, and what two streams cannot both have at a provider
/// is found in the second, with a note that points into the first. It keeps what streams claim for themselves alone, and
/// the texts of the files that do; of other streams it keeps nothing.
///
/// A file is known by its name: a text that comes again under the same name takes the place of the former.
public struct Fleet: Sendable {
  private var holders: [Key: Holder] = [:]
  /// Whether the default keyframe interval has been spoken of in this run.
  package var saysUsualKeyframes = false
  /// Names of files that claim something.
  private var names: Set<String> = []
  private var run = 0
  /// Files of earlier runs that this run's findings point into.
  private var shown: [Foreign: FileID] = [:]
  /// What the file at hand claims although another stream has it.
  package private(set) var meetings: [Meeting] = []

  /// No stream yet.
  public init() {}

  /// Two streams that claim the same.
  package struct Meeting: Sendable {
    package let provider: String
    package let claim: Claim
    /// Where the second one says so, in its own file.
    package let place: SourcePlace
    package let first: (stream: String?, span: SourceSpan)
  }

  private struct Key: Hashable {
    let provider: String
    let kind: ObjectIdentifier
    let parts: [String?]
  }

  private struct Holder: Sendable {
    let stream: String?
    let file: SourceFile
    let span: SourceSpan
    let run: Int
    let origin: Origin
  }

  /// The text that the claim goes back to, be it in a base.
  private struct Origin: Hashable {
    let file: String
    let lower: UInt32
  }

  private struct Foreign: Hashable {
    let run: Int
    let file: FileID
  }

  // MARK: Taking streams in

  /// A file is about to be judged.
  package mutating func begin(_ name: String) {
    run += 1
    if !meetings.isEmpty { meetings = [] }
    if !shown.isEmpty { shown = [:] }
    guard names.remove(name) != nil else { return }
    holders = holders.filter { $0.value.file.name != name }
  }

  /// What is kept of a stream until its claims are held against those of others.
  package struct Claimant: Sendable {
    let name: String?
    let file: FileID
    /// Of what a base says, the stream's own words for itself are shown.
    let ownWords: SourcePlace

    package init(_ stream: Stream) {
      let own = stream.document.place.span.file
      name = stream.spec.name?.value
      file = own
      ownWords = [stream.spec.name?.place, stream.spec.extends?.place].lazy.compactMap { $0 }.first { $0.span.file == own }
        ?? stream.document.place
    }
  }

  /// - Parameter sources: the run's files; one that a note has to point into is added.
  package mutating func add(_ claims: [Claim], by stream: Claimant, at provider: String, _ sources: inout SourceMap) {
    guard !claims.isEmpty else { return }
    let file = sources[stream.file]
    names.insert(file.name)
    for claim in claims {
      let key = Key(provider: provider, kind: ObjectIdentifier(claim.kind), parts: claim.key)
      let origin = Origin(file: sources[claim.place.span.file].name, lower: claim.place.span.lower)
      let place = claim.place.span.file == stream.file ? claim.place : stream.ownWords
      let mine = Holder(stream: stream.name, file: file, span: place.span, run: run, origin: origin)
      guard let first = holders[key] else {
        holders[key] = mine
        continue
      }
      if first.origin == origin {
        // A base that is judged as well has no stream beside those that extend it.
        if origin.file == file.name { continue }
        if origin.file == first.file.name {
          holders[key] = mine
          continue
        }
      }
      meetings.append(Meeting(provider: provider, claim: claim, place: place, first: (first.stream, shown(first, &sources))))
    }
  }

  private mutating func shown(_ holder: Holder, _ sources: inout SourceMap) -> SourceSpan {
    guard holder.run != run else { return holder.span }
    let foreign = Foreign(run: holder.run, file: holder.span.file)
    let file = shown[foreign] ?? sources.add(holder.file)
    shown[foreign] = file
    return SourceSpan(file: file, lower: holder.span.lower, upper: holder.span.upper)
  }
}
