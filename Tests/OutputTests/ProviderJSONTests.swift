import RungOutput
import RungProviders
import Testing

@Suite struct ProviderJSONTests {
  @Test("what is known of every provider fits the schema, and is all there")
  func fits() throws {
    let schema = try SchemaCheck(ProviderJSON.schemaText)
    let text = ProviderJSON.text((Providers.all, Destinations.all))
    #expect(schema.faults(in: text) == [])
    #expect(schema.faults(in: #"{"version": 1, "providers": [{"id": "x"}]}"#) != [])
    for provider in Providers.all {
      #expect(text.contains("\"id\": \"\(provider.id)\""))
      for facts in provider.published { for line in facts.lines { #expect(text.contains("\"\(line.value)\"")) } }
      for lack in provider.inexpressible { #expect(text.contains("\"path\": \"\(lack.path)\"")) }
    }
    #expect(ProviderJSON.text(([], [])).contains("\"providers\": []"))
  }
}
