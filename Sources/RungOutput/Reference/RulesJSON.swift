package import RungSource

/// Rules as a JSON document, version 1.
package enum RulesJSON {
  package static func text(_ rules: [RuleInfo], _ adopted: [RuleText.Adopted] = []) -> String { document.text((rules, adopted)) }
  package static var schemaText: String { document.schemaText }

  private static var document: JSONDocument<(rules: [RuleInfo], adopted: [RuleText.Adopted])> {
    JSONDocument("rules.v1", "What Rung checks", of: "rung rules") {
      JSONMember("rules", .list(rule)) { list in list.rules.map { rule in (rule, list.adopted.filter { $0.id == rule.id }) } }
    }
  }

  private static var rule: JSONForm<(rule: RuleInfo, packs: [RuleText.Adopted])> {
    .object("rule") {
      JSONMember("id", .id, "The argument of `rung explain`; `provider/…` is for each provider that shares the rule.") { $0.rule.id }
      JSONMember("name", .text, "The part after the slash.") { $0.rule.name }
      JSONMember("family", .optional(.text), "The part before it; null for a rule that providers share.") { $0.rule.family }
      JSONMember("severity", .severity) { $0.rule.severity }
      JSONMember("summary", .text, "What the rule finds, in one line.") { $0.rule.summary }
      JSONMember("why", .text, "Why it matters.") { $0.rule.why }
      JSONMember("citation", .optional(.citation)) { $0.rule.citation }
      JSONMember("packs", .list(pack), "The rule packs that require it.") { $0.packs }
    }
  }

  private static var pack: JSONForm<RuleText.Adopted> {
    .object {
      JSONMember("pack", .text) { $0.pack }
      JSONMember("severity", .severity) { $0.severity }
      JSONMember("citation", .citation) { $0.citation }
    }
  }
}
