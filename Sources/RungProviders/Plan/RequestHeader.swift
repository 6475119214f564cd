/// A header of a request.
public struct RequestHeader: Sendable {
  /// `Authorization`.
  public var name: String
  /// Its value, with places for what is known only later.
  public var template: TextTemplate

  /// - Parameter value: a credential stands here as a reference (`Bearer ${env:TENBYTE_TOKEN}`), or as a place
  ///   (`Bearer {access_token}`) that one of the parameters fills.
  package init(_ name: String, _ value: String, _ parameters: [PlanParameter] = []) {
    self.name = name
    template = TextTemplate(value, parameters)
  }

  /// What is known of the value; references stand as `${env:NAME}`, what is known only later as `{name}`.
  public var value: String { template.text }
}
