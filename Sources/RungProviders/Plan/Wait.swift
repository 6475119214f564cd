package import RungSource

/// A state to wait for before the next step.
public struct Wait: Sendable {
  /// The request that is sent repeatedly.
  public var request: PlannedRequest
  /// The place of the state in the answer, as a JSON Pointer (RFC 6901).
  public var pointer: String
  /// The states that end the wait.
  public var until: [String]
  /// The states that fail the wait.
  public var failing: [String]
  /// The wait ends when the answer is 404: the resource is deleted.
  public var untilGone: Bool
  /// The wait continues when the answer is 404: the resource is not there yet.
  public var untilThere: Bool
  /// The place of the reason in the answer, when the state is one of `failing`.
  public var reason: String?
  /// Seconds between two requests.
  public var interval: Int
  /// Seconds after which the wait fails.
  public var timeout: Int
  /// The event with the same information.
  public var webhook: Webhook?
  /// What to keep of the answer that ended the wait.
  public var reads: [PlanBinding]
  /// It ends when media comes in, from an encoder or a source; nothing later in the plan needs it.
  public var isForMedia: Bool

  /// An event that the provider posts.
  public struct Webhook: Sendable {
    /// Its name, as the provider posts it.
    public var event: String
    /// Where it is set: "`webhook_url` of the stream".
    public var registration: String

    package init(_ event: String, _ registration: String) { (self.event, self.registration) = (event, registration) }
  }

  /// - Parameter headers: those of the step, when empty.
  package init(
    _ url: URLTemplate, method: String = "GET", headers: [RequestHeader] = [], body: BodyContent? = nil, fills: [BodyFill] = [],
    bodyKind: RequestKindID? = nil, pointer: String, until: [String], failing: [String] = [], untilGone: Bool = false, untilThere: Bool = false,
    reason: String? = nil, interval: Int = 5, timeout: Int = 600, webhook: Webhook? = nil, reads: [PlanBinding] = [],
    isForMedia: Bool = false
  ) {
    request = PlannedRequest(method: method, url: url, headers: headers, bodyKind: bodyKind, body: body, fills: fills)
    self.pointer = pointer
    self.until = until
    self.failing = failing
    self.untilGone = untilGone
    self.untilThere = untilThere
    self.reason = reason
    self.interval = interval
    self.timeout = timeout
    self.webhook = webhook
    self.reads = reads
    self.isForMedia = isForMedia
  }

  /// Of the request.
  public var url: URLTemplate { request.url }
}
