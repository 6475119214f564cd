/// A header of a request.
public struct RequestHeader: Sendable {
  /// `Authorization`.
  public var name: String
  /// Its value, with placeholders for what is known only later; of no use where there is a ``scheme``.
  public var template: TextTemplate
  /// How a client makes the value; nil where ``template`` is sent as it stands.
  public var scheme: CredentialScheme?
  /// The header is sent only where the variable that it refers to is set.
  public var isOptional: Bool

  /// - Parameter value: a credential is a reference (`Bearer ${env:TENBYTE_TOKEN}`) or a placeholder (`Bearer {access_token}`)
  ///   for one of the parameters.
  package init(_ name: String, _ value: String, _ parameters: [PlanParameter] = [], isOptional: Bool = false) {
    self.name = name
    self.isOptional = isOptional
    template = TextTemplate(value, parameters)
  }

  private init(_ scheme: CredentialScheme) {
    name = "Authorization"
    isOptional = false
    template = TextTemplate(scheme.parts.map(\.template).joined(separator: " "), scheme.parts.flatMap(\.parameters))
    self.scheme = scheme
  }

  /// HTTP Basic (RFC 7617).
  ///
  /// - Parameters:
  ///   - user: the variable that holds the user's name.
  ///   - password: the variable that holds the password.
  package static func basic(user: String, password: String) -> RequestHeader {
    RequestHeader(CredentialScheme(.basic, user: user, password: password))
  }

  /// AWS Signature Version 4 with the variables that AWS's own tools read, and the session token of temporary keys.
  package static func aws(service: String, region: PlanParameter) -> [RequestHeader] {
    let scheme = CredentialScheme(
      .awsSignature, user: "AWS_ACCESS_KEY_ID", password: "AWS_SECRET_ACCESS_KEY", service: service,
      region: TextTemplate("{\(region.name)}", [region]))
    return [RequestHeader(scheme), RequestHeader("X-Amz-Security-Token", "${env:AWS_SESSION_TOKEN}", isOptional: true)]
  }

  /// What is known of the value; references are `${env:NAME}`, what is known only later is `{name}`. Of a value that a client
  /// makes, what it is made of.
  public var value: String {
    guard let scheme else { return template.text }
    switch scheme.kind {
    case .basic: return "Basic \(scheme.user.text):\(scheme.password.text)"
    case .awsSignature: return "AWS4-HMAC-SHA256 \(scheme.user.text):\(scheme.password.text) \(scheme.region?.text ?? "") \(scheme.service ?? "")"
    }
  }

  /// The parts of the value, or of what it is made of.
  package var pieces: [TextTemplate.Piece] { template.pieces }
}
