/// A header of a request.
public struct RequestHeader: Sendable {
  /// `Authorization`.
  public var name: String
  /// Its value, with placeholders for what is known only later.
  public var template: TextTemplate

  /// - Parameter value: a credential is a reference (`Bearer ${env:TENBYTE_TOKEN}`) or a placeholder (`Bearer {access_token}`)
  ///   for one of the parameters.
  package init(_ name: String, _ value: String, _ parameters: [PlanParameter] = []) {
    self.name = name
    template = TextTemplate(value, parameters)
  }

  /// What is known of the value; references are `${env:NAME}`, what is known only later is `{name}`.
  public var value: String { template.text }
}
