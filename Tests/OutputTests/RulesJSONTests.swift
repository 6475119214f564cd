import Rung
import RungOutput
import RungSource
import Testing

@Suite struct RulesJSONTests {
  @Test("every rule fits the schema, with the packs that require it")
  func fits() throws {
    let schema = try SchemaCheck(RulesJSON.schemaText)
    let adopted = allPacks.flatMap { pack in
      pack.adopted.map { (id: $0.rule.id, pack: pack.name, severity: $0.severity, citation: $0.citation) }
    }
    let text = RulesJSON.text(allRules, adopted)
    #expect(schema.faults(in: text) == [])
    #expect(schema.faults(in: #"{"version": 1, "rules": [{"id": "x/y"}]}"#) != [])
    for rule in allRules { #expect(text.contains("\"id\": \"\(rule.id)\"")) }
    for pack in allPacks where !pack.adopted.isEmpty { #expect(text.contains("\"pack\": \"\(pack.name)\"")) }
    #expect(RulesJSON.text([]).contains("\"rules\": []"))
  }
}
