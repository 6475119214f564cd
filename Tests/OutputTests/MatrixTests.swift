import Rung
import RungOutput
import RungSource
import RungTestSupport
import Testing

@Suite struct MatrixTests {
  private static func four() throws -> Matrix {
    let text = try #require(Repository.text("Tests/Golden/four-providers/spec.yaml"))
    return matrix(Input(name: "spec.yaml", text: text))
  }

  @Test("the shipped example comes to the tables that were recorded")
  func golden() throws {
    let table = try Self.four()
    for (name, text) in [("matrix.txt", MatrixText.text(table)), ("matrix.md", MatrixMarkdown.text(table))] {
      let path = "Tests/Golden/four-providers/\(name)"
      if Repository.text(path) == text { continue }
      let isRecording = Repository.variable("RECORD") != nil
      if isRecording { _ = Repository.write(text, to: path) }
      Issue.record("\(name) differs from what was recorded\(isRecording ? "; recorded: read it before you commit it" : "")")
    }
  }

  @Test func widthOfTheTable() throws {
    let lines = MatrixText.text(try Self.four()).split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines.prefix(while: { !$0.isEmpty }) { #expect(line.count <= 100, "\(line)") }
  }

  @Test("every example fits the schema and makes a table that holds together")
  func examples() throws {
    let schema = try SchemaCheck(MatrixJSON.schemaText)
    #expect(schema.faults(in: MatrixJSON.text(try Self.four())) == [])
    #expect(schema.faults(in: #"{"version": 1, "streams": [{"name": 3}]}"#) != [])
    for example in allRules.flatMap({ $0.bad + $0.good }) {
      let result = matrix(Input(name: "example", text: MarkedText(example.text).text))
      #expect(schema.faults(in: MatrixJSON.text(result)) == [], "\(example.text)")
      Self.checkMarkdown(MatrixMarkdown.text(result))
      for table in result.tables {
        let told = Set(table.rows.flatMap { $0.cells.flatMap(\.notes) })
        #expect(told == Set(table.notes.map(\.number)), "\(example.text)")
        for row in table.rows {
          #expect(row.cells.count == table.providers.count)
          for cell in row.cells where cell.state != .supported && cell.state != .notAsked && cell.state != .unknown {
            #expect(!cell.notes.isEmpty, "\(row.title) says not why\n\(example.text)")
          }
        }
      }
    }
  }

  /// Every line of a table has as many bars as its head.
  private static func checkMarkdown(_ text: String) {
    var bars = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        bars = 0
        continue
      }
      var count = 0
      var before: Character = " "
      for character in line {
        if character == "|", before != "\\" { count += 1 }
        before = character
      }
      if bars == 0 { bars = count }
      #expect(count == bars, "\(line)")
      #expect(line.hasSuffix(" |"))
    }
  }

  @Test("what would be markup in a name is text")
  func escapes() {
    let text = MatrixMarkdown.text(matrix(Input(name: "a.yaml", text: "rung: 1\nname: \"a | b <b> *c* `d\"\n"), for: ["tenbyte"]))
    #expect(text.contains("### a \\| b &lt;b> \\*c\\* \\`d"), "\(text)")
    Self.checkMarkdown(text)
  }

  @Test("an error of the provider stands in the row of what it is about, and in the verdict")
  func refused() throws {
    let text = try #require(Repository.text("Tests/Golden/four-providers/spec.yaml"))
    let result = matrix(
      Input(name: "spec.yaml", text: text.replacing("854x480", with: "960x540")), for: ["qencode", "tenbyte"])
    let table = try #require(result.tables.first)
    #expect(table.providers.map(\.id) == ["qencode", "tenbyte"])
    let row = try #require(table.rows.first { $0.title == "renditions" })
    #expect(row.cells.map(\.state) == [.notExpressible, .rejected])
    #expect(table.providers.last?.verdict.text == "refused: 1 error (tenbyte/resolution-not-taken)")
    #expect(table.notes.first { $0.number == row.cells.last?.notes.first }?.rule == "tenbyte/resolution-not-taken")
  }

  @Test("secrets stay out, and a provider without a target needs settings")
  func secrets() {
    let text = """
      rung: 1
      name: news
      ingest: {source: {url: "srt://user:hunter2@origin.example.com:9000?passphrase=hunter2"}}
      simulcast: [{url: "rtmp://live.example.com/app", key: "${env:HUNTER2}"}]
      """
    let result = matrix(Input(name: "a.yaml", text: text))
    let asked = result.tables.flatMap(\.rows).map(\.asked).joined(separator: " ")
    let open = matrix(Input(name: "a.yaml", text: "rung: 1\nname: news\ningest: {source: {url: \"srt://origin.example.com:9000?x=1\"}}\n"))
    #expect(open.tables.first?.rows.contains { $0.asked == "srt://origin.example.com:9000" } == true)
    #expect(!asked.lowercased().contains("hunter2"), "\(asked)")
    let alone = matrix(Input(name: "a.yaml", text: "rung: 1\nname: news\ningest: {protocols: [rtmp]}\n"), for: ["livekit"])
    #expect(alone.tables.first?.providers.first?.verdict.outcome == .incomplete)
  }
}
