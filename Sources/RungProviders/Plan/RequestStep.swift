public import RungSource

/// One request of a plan, with what it reads, costs and waits for.
public struct RequestStep: Sendable {
  /// Unique in the plan, the teardown included: `live-event`, `start`.
  public var id: StepID
  /// What it does, for a person.
  public var title: String
  /// The condition for sending it, for a person to judge: "nothing else uses the endpoint". Nil for always.
  public var condition: String?
  /// What is sent.
  public var request: PlannedRequest
  /// What to keep of the answer.
  public var reads: [PlanBinding]
  /// What the encoder gets after the answer, and the player after the wait.
  public var handovers: [Handover]
  /// What to wait for before the next step; nil for nothing.
  public var wait: Wait?
  /// Manual steps.
  public var manual: [ManualTask]
  /// Error statuses that are not errors.
  public var tolerated: [ToleratedStatus]
  /// Nil where the bill does not change.
  public var billing: Billing?
  /// What this request does that no later one can undo.
  public var irreversible: [String]
  /// Further remarks.
  public var remarks: [String]
  /// What to do when it is unknown whether the request took effect. Nil is a fault of the plan, and means that a person must look.
  public var resending: Resending?
  /// The answer is of no use to a later run: a token that expires. Every run sends it again.
  public var isForOneRun: Bool
  /// Of a teardown: the step whose effect is needed for this one to have something to do. Nil for always.
  public var about: StepID?
  /// Of a teardown: the steps that have no effect any more when this one is finished.
  public var undoes: [StepID]

  /// - Parameter resending: harmless for the methods that RFC 9110, section 9.2.2, calls idempotent.
  /// - Parameter about: the first of `undoes`.
  /// - Parameter wait: gets the headers of this request, except for the content type, where it has none of its own.
  package init(
    _ id: StepID, _ title: String, method: String, url: URLTemplate, headers: [RequestHeader] = [], bodyKind: RequestKindID? = nil,
    body: BodyContent? = nil, fills: [BodyFill] = [], onlyIf condition: String? = nil, reads: [PlanBinding] = [],
    handovers: [Handover] = [], wait: Wait? = nil, manual: [ManualTask] = [], tolerated: [ToleratedStatus] = [],
    billing: Billing? = nil, irreversible: [String] = [], remarks: [String] = [], resending: Resending? = nil, isForOneRun: Bool = false,
    about: StepID? = nil, undoes: [StepID] = []
  ) {
    self.id = id
    self.title = title
    self.condition = condition
    request = PlannedRequest(method: method, url: url, headers: headers, bodyKind: bodyKind, body: body, fills: fills)
    self.reads = reads
    self.handovers = handovers
    self.wait = wait
    self.manual = manual
    self.tolerated = tolerated
    self.billing = billing
    self.irreversible = irreversible
    self.remarks = remarks
    self.isForOneRun = isForOneRun
    self.about = about ?? undoes.first
    self.undoes = undoes
    let asking = headers.filter { $0.name != "Content-Type" }
    switch resending {
    case .asked(let lookup): self.resending = .asked(lookup.with(asking))
    case nil: self.resending = ["GET", "PUT", "DELETE"].contains(method) ? .harmless : nil
    case let stated: self.resending = stated
    }
    if self.wait?.request.headers.isEmpty == true {
      let hasBody = wait?.request.content != nil
      self.wait?.request.headers = hasBody ? headers : asking
    }
  }
}

extension RequestStep {
  /// Of the request.
  public var method: String { request.method }
  /// Of the request.
  public var url: URLTemplate { request.url }
  /// Of the request.
  public var headers: [RequestHeader] { request.headers }
  /// Of the request; nil when it has no body.
  public var bodyKind: RequestKindID? { request.bodyKind }
  /// Of the request; nil when it has none.
  public var body: BodyValue? { request.body }
  package var node: Node? { request.node }
  /// What finds out whether the request took effect; nil when nothing has to, or nothing can.
  package var lookup: Lookup? { if case .asked(let lookup) = resending { lookup } else { nil } }
  package var content: BodyContent? {
    get { request.content }
    set { request.content = newValue }
  }
}
