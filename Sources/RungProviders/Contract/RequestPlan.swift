public import RungSource
package import RungSpec

/// The requests for one provider, in the order in which to send them.
public struct RequestPlan: Sendable {
  /// The provider's id.
  public var provider: String
  public var steps: [RequestStep]

  package init(provider: String, steps: [RequestStep]) {
    self.provider = provider
    self.steps = steps
  }
}

/// One request, and what to wait for before the next.
public struct RequestStep: Sendable {
  /// Unique in the plan: `live-event`, `start`.
  public var name: String
  /// What it does, for a person.
  public var title: String
  public var method: String
  public var url: URLTemplate
  public var headers: [Header]
  /// The kind of request whose schema the body satisfies; nil when there is no body.
  public var bodyKind: String?
  package var content: BodyContent?
  public var wait: Wait?
  /// What it costs, what cannot be undone, what to read from the answer.
  public var remarks: [String]

  package init(
    _ name: String, _ title: String, method: String, url: URLTemplate, headers: [Header] = [], bodyKind: String? = nil,
    body: BodyContent? = nil, wait: Wait? = nil, remarks: [String] = []
  ) {
    self.name = name
    self.title = title
    self.method = method
    self.url = url
    self.headers = headers
    self.bodyKind = bodyKind
    self.content = body
    self.wait = wait
    self.remarks = remarks
  }
}

extension RequestStep {
  /// The body, its members in the provider's order; nil when the request has none.
  public var body: Node? { content?.node }
}

/// A body as its type, put into a tree only when somebody wants to see it: a check never does.
package struct BodyContent: Sendable {
  private let write: @Sendable () -> Node
  private let take: @Sendable (inout Report) -> Void

  package init<Whole>(_ value: Whole, _ shape: @autoclosure @escaping @Sendable () -> Shape<Whole>, at place: Place) {
    write = { shape().write(value, at: place) }
    take = { report in
      var value = value
      shape().mark(&value, &report)
    }
  }

  init(_ node: Node) {
    write = { node }
    take = { report in node.forEachLeaf { leaf in report.use(leaf.place) } }
  }

  var node: Node { write() }

  /// Takes note that every leaf in the body is accounted for.
  func mark(_ report: inout Report) { take(&report) }
}

public struct Header: Sendable, Hashable {
  public var name: String
  /// A credential stands here as a reference: `Bearer ${env:TENBYTE_TOKEN}`.
  public var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// A URL with named places in it: `https://app.mk.io/api/v1/projects/{project}/media/assets/{asset}`.
public struct URLTemplate: Sendable {
  public var template: String
  public var parameters: [Parameter]

  public struct Parameter: Sendable {
    public var name: String
    /// Nil when it is known only later.
    public var value: Located<String>?
    /// Where it comes from when it is not known yet: "`data.id` of the answer to `create`".
    public var source: String?

    package init(_ name: String, _ value: Located<String>?, source: String? = nil) {
      self.name = name
      self.value = value
      self.source = source
    }
  }

  package init(_ template: String, _ parameters: [Parameter] = []) {
    self.template = template
    self.parameters = parameters
  }

  /// The URL with every known value in its place, percent-encoded; what is not known stays as `{name}`.
  public var text: String {
    var text = ""
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let name = rest[rest.index(after: open)..<close]
      if let value = parameters.first(where: { $0.name == name })?.value {
        text += Self.encoded(value.value)
      } else {
        text += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  /// Everything but the unreserved characters of RFC 3986, section 2.3.
  private static func encoded(_ text: String) -> String {
    let hex = Array("0123456789ABCDEF")
    var result = ""
    for byte in text.utf8 {
      let isLetter = (byte | 0x20) &- 0x61 < 26
      if isLetter || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x2E || byte == 0x5F || byte == 0x7E {
        result.unicodeScalars.append(UnicodeScalar(byte))
      } else {
        result += "%\(hex[Int(byte >> 4)])\(hex[Int(byte & 15)])"
      }
    }
    return result
  }
}

/// A state to wait for.
public struct Wait: Sendable {
  /// What to ask, with `GET`.
  public var url: URLTemplate
  /// The member of the answer that holds the state, as a JSON Pointer (RFC 6901).
  public var pointer: String
  /// Go on at one of these.
  public var until: [String]
  /// Give up at one of these.
  public var failing: [String]

  package init(_ url: URLTemplate, pointer: String, until: [String], failing: [String] = []) {
    self.url = url
    self.pointer = pointer
    self.until = until
    self.failing = failing
  }
}
