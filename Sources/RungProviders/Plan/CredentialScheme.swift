/// How a client makes the value of an `Authorization` header.
public struct CredentialScheme: Sendable {
  /// The ways that there are.
  public enum Kind: String, CaseIterable, Sendable {
    /// `Basic`, and `USER:PASSWORD` in Base64 (RFC 7617).
    case basic
    /// AWS Signature Version 4 of the whole request: `curl --aws-sigv4 aws:amz:REGION:SERVICE --user KEY:SECRET`.
    case awsSignature = "aws-sigv4"
  }

  /// Which of them it is.
  public var kind: Kind
  /// The user's name, or the access key: a reference to the environment.
  public var user: TextTemplate
  /// The password, or the secret access key: a reference to the environment.
  public var password: TextTemplate
  /// The service that an AWS signature names; nil for others.
  public var service: String?
  /// The region that an AWS signature names; nil for others.
  public var region: TextTemplate?

  /// - Parameters:
  ///   - user: the variable that holds the user's name or the access key.
  ///   - password: the variable that holds the password or the secret access key.
  package init(_ kind: Kind, user: String, password: String, service: String? = nil, region: TextTemplate? = nil) {
    self.kind = kind
    self.user = TextTemplate("${env:\(user)}")
    self.password = TextTemplate("${env:\(password)}")
    self.service = service
    self.region = region
  }

  /// All that the value is made of.
  var parts: [TextTemplate] { [user, password] + [region].compactMap { $0 } }
}
