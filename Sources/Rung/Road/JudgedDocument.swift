internal import RungProviders
internal import RungSource
internal import RungSpec

/// One document judged for every target that was asked about: computed once, and what `check`, `compile`, `diff`, `matrix`
/// and `report` are views of.
struct JudgedDocument {
  /// A stream as it is shown to targets, and what reading it found.
  struct Reading {
    let stream: Stream
    let findings: Findings
  }

  /// Without what is overridden for one target.
  let shared: Reading
  /// By index of a judgment, where the spec overrides something for the target.
  let overridden: [Int: Reading]
  /// In the order that the targets were asked for, and then the others.
  let judgments: [Judgment]
  /// How many of them were asked for.
  let askedCount: Int
  /// Whether all that the document extends was there. Where it was not, nothing is known but what its own values are.
  var isWhole = true
  /// For others to extend: nothing is sent of it.
  var isBase = false

  var name: String? { shared.stream.spec.name?.value }

  /// Where the document says which stream it is.
  var place: SourcePlace {
    let document = shared.stream.document
    guard let name = shared.stream.spec.name?.place, name.span.file == document.span.file else { return document.place }
    return name
  }

  /// With the requests for every provider and the settings for every encoder.
  var compiled: CompiledStream {
    CompiledStream(name: name, plans: judgments.compactMap { $0.plan?() }, setups: judgments.compactMap(\.setup), place: place)
  }

  /// Without the other targets.
  var asked: JudgedDocument { chosen(Array(judgments.indices.prefix(askedCount))) }

  /// As if it were for one target alone.
  func alone(for id: String) -> JudgedDocument { chosen(judgments.indices.filter { judgments[$0].target.id.value == id }) }

  private func chosen(_ indices: [Int]) -> JudgedDocument {
    var overridden: [Int: Reading] = [:]
    for (new, old) in indices.enumerated() { overridden[new] = self.overridden[old] }
    return JudgedDocument(
      shared: shared, overridden: overridden, judgments: indices.map { judgments[$0] }, askedCount: indices.count, isWhole: isWhole)
  }

  /// What one stream claims for itself alone at one provider.
  typealias Claims = (claims: [Claim], stream: Fleet.Claimant, provider: String)

  var claims: [Claims] {
    judgments.compactMap { judgment in
      judgment.claims.isEmpty ? nil : (judgment.claims, Fleet.Claimant(judgment.stream), judgment.target.id.value)
    }
  }
}
