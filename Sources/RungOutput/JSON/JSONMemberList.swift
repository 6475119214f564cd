@resultBuilder
enum JSONMemberList<Whole> {
  static func buildExpression(_ member: JSONMember<Whole>) -> [JSONMember<Whole>] { [member] }
  static func buildExpression(_ members: [JSONMember<Whole>]) -> [JSONMember<Whole>] { members }
  static func buildOptional(_ members: [JSONMember<Whole>]?) -> [JSONMember<Whole>] { members ?? [] }
  static func buildBlock(_ parts: [JSONMember<Whole>]...) -> [JSONMember<Whole>] { parts.flatMap { $0 } }
}
