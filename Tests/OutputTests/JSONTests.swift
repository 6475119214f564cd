import Rung
import RungOutput
import RungReading
import RungSource
import RungTestSupport
import Testing

@Suite struct JSONTests {
  @Test func wholeFinding() throws {
    var sample = Sample("\u{FEFF}x: é\r\na: ⟦ü⟧\r\n")
    sample.flag(
      "it \"is\" wrong\n\u{1}", notes: [MessageNote("placed", at: sample.span(0)), MessageNote("free")], help: "mend it",
      fix: .replace(sample.span(0), with: ""),
      citation: Citation("Guide", "limits", url: "https://example.com", checked: "2026-11-20", strength: .byAnalogy))
    var json = DiagnosticsJSON()
    json.add(sample.report.diagnostics, sources: sample.sources, secrets: [])
    json.add(unreadable: "gone.yaml", reason: "does not exist")
    var counts = Counts()
    counts.files = 1
    for diagnostic in sample.report.diagnostics { counts.add(diagnostic) }
    counts.unreadable = 1
    let text = json.text(counts)
    #expect(
      text == #"""
        {
          "version": 1,
          "diagnostics": [
            {
              "id": "test/made-up",
              "severity": "error",
              "message": "it \"is\" wrong\\n\\u{1}",
              "file": "main.yaml",
              "span": {
                "start": {
                  "byte": 13,
                  "line": 2,
                  "column": 4
                },
                "end": {
                  "byte": 15,
                  "line": 2,
                  "column": 5
                }
              },
              "notes": [
                {
                  "text": "placed",
                  "file": "main.yaml",
                  "span": {
                    "start": {
                      "byte": 13,
                      "line": 2,
                      "column": 4
                    },
                    "end": {
                      "byte": 15,
                      "line": 2,
                      "column": 5
                    }
                  }
                },
                {
                  "text": "free",
                  "file": null,
                  "span": null
                }
              ],
              "help": "mend it",
              "fixes": [
                {
                  "title": "write ``",
                  "degree": "safe",
                  "edits": [
                    {
                      "file": "main.yaml",
                      "span": {
                        "start": {
                          "byte": 13,
                          "line": 2,
                          "column": 4
                        },
                        "end": {
                          "byte": 15,
                          "line": 2,
                          "column": 5
                        }
                      },
                      "replacement": ""
                    }
                  ]
                }
              ],
              "citation": {
                "document": "Guide",
                "locator": "limits",
                "url": "https://example.com",
                "checked": "2026-11-20",
                "strength": "by-analogy"
              },
              "provider": null
            }
          ],
          "unreadable": [
            {
              "file": "gone.yaml",
              "reason": "does not exist"
            }
          ],
          "summary": {
            "files": 1,
            "errors": 1,
            "warnings": 0,
            "notes": 0,
            "unreadable": 1,
            "suppressed": 0
          }
        }

        """#)
    #expect(try SchemaCheck(DiagnosticsJSON.schemaText).faults(in: text) == [])
  }

  @Test("findings of every bad example fit the schema")
  func examples() throws {
    let schema = try SchemaCheck(DiagnosticsJSON.schemaText)
    var json = DiagnosticsJSON()
    var counts = Counts()
    for example in Depth.some(allRules.flatMap(\.bad), quick: 40) {
      let text = example.text.filter { $0 != "⟦" && $0 != "⟧" }
      let analysis = check(SourceInput(name: "example", text: text))
      json.add(analysis.diagnostics, sources: analysis.sources, secrets: analysis.secrets)
      counts.files += 1
    }
    #expect(schema.faults(in: json.text(counts)) == [])
  }

  @Test("plans of every good example fit the schema")
  func plans() throws {
    let schema = try SchemaCheck(PlanJSON.schemaText)
    for example in Depth.some(allRules.flatMap(\.good), quick: 40) {
      let analysis = compile(SourceInput(name: "example", text: example.text))
      let streams = analysis.streams.map { PlannedStream(name: $0.name, plans: $0.plans) }
      #expect(schema.faults(in: try PlanJSON.text(streams, origin: analysis.origin(of:))) == [])
    }
  }

  /// The checker itself has been seen to find what is wrong.
  @Test func schemaCheckFinds() throws {
    let schema = try SchemaCheck(DiagnosticsJSON.schemaText)
    #expect(schema.faults(in: "[]") != [])
    #expect(schema.faults(in: #"{"version": 2, "diagnostics": [], "unreadable": [], "summary": null}"#).count == 2)
    #expect(schema.faults(in: #"{"version": 1, "diagnostics": [{"id": 3}], "unreadable": []}"#).count >= 3)
  }

  @Test func manyFindingsOnOneLongLineAreCounted() {
    // Two megabytes on one line, with a finding every hundred bytes: counted from the start each time, this takes minutes.
    var sample = Sample("⟦⟧" + String(repeating: "é: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14], ", count: 40_000))
    for index in 0..<4000 {
      let lower = index * 590
      sample.report.flag(Sample.rule, SourcePlace(SourceSpan(file: sample.id, lower: lower, upper: lower + 2)), "no. \(index)")
    }
    let clock = ContinuousClock()
    let time = clock.measure {
      _ = sample.text()
      var json = DiagnosticsJSON()
      json.add(sample.report.diagnostics, sources: sample.sources, secrets: [])
      _ = json.text(Counts())
    }
    #expect(time < .seconds(60))
  }
}
