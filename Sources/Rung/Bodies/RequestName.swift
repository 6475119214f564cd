internal import RungProviders
public import RungSource

/// A provider, and maybe one of its requests: what to check a body as.
public struct RequestName: Sendable, Hashable {
  /// The provider's id: `tenbyte`.
  public let provider: TargetID
  /// The request's kind: `create`. Nil to recognise it by the body's fields.
  public let request: RequestKindID?

  /// Reads `PROVIDER` or `PROVIDER.REQUEST`: `tenbyte`, `livekit.update`.
  ///
  /// - Throws: ``RungError/unknownRequest(_:)``.
  public init(_ text: String) throws(RungError) {
    self = try Self.parse(text).get()
  }

  private init(provider: String, request: String?) {
    self.provider = TargetID(rawValue: provider)
    self.request = request.map(RequestKindID.init)
  }

  /// The same as a value.
  package static func parse(_ text: String) -> Result<RequestName, RungError> {
    let dot = text.firstIndex(of: ".")
    let id = String(text[..<(dot ?? text.endIndex)])
    let known = Providers.ids
    guard let provider = Providers.named(id) else {
      return .failure(.unknownRequest("there is no provider `\(id)`\(meant(id, known))"))
    }
    guard let dot else { return .success(RequestName(provider: id, request: nil)) }
    let kind = String(text[text.index(after: dot)...])
    let kinds = provider.requests.filter { $0.judge != nil }.map(\.name)
    guard kinds.contains(kind) else {
      let isBare = provider.requests.contains { $0.name == kind }
      let problem = isBare ? "the request `\(kind)` of \(provider.title) has no body" : "\(provider.title) has no request `\(kind)`"
      return .failure(.unknownRequest(problem + (isBare ? "; those with one are \(kinds.joined(separator: ", "))" : meant(kind, kinds))))
    }
    return .success(RequestName(provider: id, request: kind))
  }

  /// Every name that ``init(_:)`` takes.
  package static var all: [String] {
    Providers.all.filter { $0.reader != nil }.flatMap { provider in
      [provider.id] + provider.requests.filter { $0.judge != nil }.map { "\(provider.id).\($0.name)" }
    }
  }

  private static func meant(_ word: String, _ known: [String]) -> String {
    Similarity.nearest(to: word, among: known).question.map { "; \($0)" } ?? "; there are \(known.joined(separator: ", "))"
  }
}
