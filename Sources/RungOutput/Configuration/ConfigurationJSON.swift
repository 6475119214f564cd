/// What holds for a file, as a JSON document, version 1.
package enum ConfigurationJSON {
  package static func text(_ held: HeldSettings) -> String { document.text(held) }
  package static var schemaText: String { document.schemaText }

  private static var document: JSONDocument<HeldSettings> {
    JSONDocument("config-show.v1", "What a configuration says about a file", of: "rung config show") {
      JSONMember("file", .text, "The path as it was given.") { $0.file }
      JSONMember("configuration", .optional(.text), "The rung.yaml that holds for it; null for none.") { $0.configuration }
      JSONMember("settings", .list(setting), "Those that hold for the file, in the order of the schema `config.v1`.") { $0.settings }
    }
  }

  private static var setting: JSONForm<HeldSetting> {
    .object("setting") {
      JSONMember("key", .text, "The keys that lead to it, with dots between them; behind `severity.` what it is about.") { $0.key }
      JSONMember("value", .text) { $0.value }
      JSONMember("file", .text, "The file that says so.") { $0.file }
      JSONMember("line", .integer(1...Int.max), "From 1.") { $0.line }
    }
  }
}
