internal import RungProviders
internal import RungSource

/// The values from outside that a list of steps needs.
struct PlanNeeds {
  /// Variables that the spec or the provider refers to: credentials.
  private(set) var environment: [String] = []
  /// Variables that are used where they are set.
  private(set) var optional: [String] = []
  /// Values that the user has to give: the variable, and what it is.
  private(set) var asked: [(name: String, variable: String, words: String)] = []
  /// The same for values in the origin only: with the origin set, they are not needed.
  private(set) var askedForOrigins: [(name: String, variable: String, words: String)] = []
  /// The origins of the whole plan's requests, with the variable that replaces each: the same one in the steps, in the teardown and in a
  /// plan that changes what is there.
  private(set) var origins: [(origin: URLTemplate, variable: String)] = []
  private let prefix: String

  /// - Parameter others: requests apart from those of the steps.
  init(_ steps: [RequestStep], and others: [PlannedRequest] = [], of plan: RequestPlan) {
    prefix = String(plan.provider.rawValue.uppercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
    let requests = (plan.steps + plan.teardown).flatMap { [$0.request] + ($0.wait.map { [$0.request] } ?? []) }
    for origin in requests.map(\.url.origin).sorted(by: { $0.template < $1.template }) { take(origin) }
    for step in steps {
      take(step.request)
      if let wait = step.wait { take(wait.request) }
    }
    for request in others { take(request) }
  }

  /// The variable that replaces the URL's origin.
  func variable(for url: URLTemplate) -> String? { origins.first { $0.origin.template == url.origin.template }?.variable }

  /// The variable with the value of the parameter.
  func variable(for parameter: PlanParameter) -> String { variable(named: parameter.name) }

  /// `LIVEKIT_INGRESS_ID`
  func variable(named name: String) -> String { "\(prefix)_\(String(name.uppercased().map { $0.isLetter || $0.isNumber ? $0 : "_" }))" }

  private mutating func take(_ request: PlannedRequest) {
    take(request.url.origin)
    take(request.url.path.pieces)
    for header in request.headers {
      if header.isOptional {
        for name in header.variables where !optional.contains(name) { optional.append(name) }
      } else {
        take(header.pieces)
      }
    }
    request.node?.forEachLeaf { leaf in
      for name in SecretText.references(in: leaf.scalar?.text ?? "") where !environment.contains(name) { environment.append(name) }
    }
  }

  private mutating func take(_ origin: URLTemplate) {
    guard !origins.contains(where: { $0.origin.template == origin.template }) else { return }
    origins.append((origin, origins.isEmpty ? "\(prefix)_URL" : "\(prefix)_URL_\(origins.count + 1)"))
    for parameter in origin.places {
      guard case .asked(let words) = parameter.filling, !askedForOrigins.contains(where: { $0.name == parameter.name }) else { continue }
      askedForOrigins.append((parameter.name, variable(for: parameter), words))
    }
  }

  private mutating func take(_ pieces: [TextTemplate.Piece]) {
    for case .place(let parameter) in pieces {
      switch parameter.filling {
      case .environment(let name):
        if !environment.contains(name) { environment.append(name) }
      case .asked(let words):
        if !asked.contains(where: { $0.name == parameter.name }) { asked.append((parameter.name, variable(for: parameter), words)) }
      case .known, .bound: break
      }
    }
  }
}

extension RequestHeader {
  /// The variables that the value refers to.
  var variables: [String] {
    pieces.compactMap { piece in
      guard case .place(let parameter) = piece, case .environment(let name) = parameter.filling else { return nil }
      return name
    }
  }
}

extension URLTemplate {
  /// `https://api.example.com`, and the rest, which starts with a slash.
  var origin: URLTemplate { URLTemplate(String(template[..<split]), parameters) }
  var path: URLTemplate { URLTemplate(String(template[split...]), parameters) }

  private var split: String.Index {
    guard let scheme = template.firstRange(of: "://") else { return template.startIndex }
    return template[scheme.upperBound...].firstIndex(of: "/") ?? template.endIndex
  }
}
