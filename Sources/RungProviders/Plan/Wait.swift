package import RungSource

/// A state to wait for before the next step.
public struct Wait: Sendable {
  /// What to ask, again and again.
  public var request: PlannedRequest
  /// The member of the answer that holds the state, as a JSON Pointer (RFC 6901).
  public var pointer: String
  /// Go on at one of these.
  public var until: [String]
  /// Give up at one of these.
  public var failing: [String]
  /// Go on when the answer is 404: what was asked about is no more.
  public var untilGone: Bool
  /// Where the answer says why, when the state is one of `failing`.
  public var reason: String?
  /// Seconds between two questions.
  public var interval: Int
  /// Seconds after which something is wrong.
  public var timeout: Int
  /// What says the same without being asked.
  public var webhook: Webhook?
  /// What to keep of the answer that ended the wait.
  public var reads: [PlanBinding]

  /// An event that the provider posts.
  public struct Webhook: Sendable {
    /// Its name, as the provider posts it.
    public var event: String
    /// Where it is asked for: "`webhook_url` of the stream".
    public var registration: String

    package init(_ event: String, _ registration: String) {
      self.event = event
      self.registration = registration
    }
  }

  /// - Parameter headers: those of the step, when empty.
  package init(
    _ url: URLTemplate, method: String = "GET", headers: [RequestHeader] = [], body: BodyContent? = nil, fills: [BodyFill] = [],
    bodyKind: RequestKindID? = nil, pointer: String, until: [String], failing: [String] = [], untilGone: Bool = false,
    reason: String? = nil, interval: Int = 5, timeout: Int = 600, webhook: Webhook? = nil, reads: [PlanBinding] = []
  ) {
    request = PlannedRequest(method: method, url: url, headers: headers, bodyKind: bodyKind, body: body, fills: fills)
    self.pointer = pointer
    self.until = until
    self.failing = failing
    self.untilGone = untilGone
    self.reason = reason
    self.interval = interval
    self.timeout = timeout
    self.webhook = webhook
    self.reads = reads
  }

  /// Of the question.
  public var url: URLTemplate { request.url }
}
