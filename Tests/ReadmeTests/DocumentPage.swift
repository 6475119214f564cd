import RungTestSupport
import Testing

/// README.md or a page of docs/, with what is fenced in it.
struct DocumentPage: CustomTestStringConvertible {
  struct Block {
    let line: Int
    let language: String
    let text: String
    /// The comments right above it: `<!-- status: 1 -->`.
    let marks: [String]
    /// Whether `rung-dev generate` writes it.
    let isGenerated: Bool
  }

  let path: String
  let text: String
  let blocks: [Block]

  var testDescription: String { path }

  static let all = (["README.md"] + Repository.files(below: "docs", ending: ".md")).map { DocumentPage($0) }

  init(_ path: String) {
    self.path = path
    text = Repository.text(path) ?? ""
    var blocks: [Block] = []
    var marks: [String] = []
    var closing: String?
    var open: (line: Int, fence: Substring, language: String, lines: [Substring])?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let block = open {
        if line == block.fence {
          let text = block.lines.map { $0 + "\n" }.joined()
          blocks.append(Block(line: block.line, language: block.language, text: text, marks: marks, isGenerated: closing != nil))
          (open, marks) = (nil, [])
        } else {
          open?.lines.append(line)
        }
      } else if line.hasPrefix("```") {
        let fence = line.prefix { $0 == "`" }
        open = (index + 1, fence, String(line.dropFirst(fence.count)), [])
      } else if line.hasPrefix("<!-- "), line.hasSuffix(" -->") {
        let mark = String(line.dropFirst(5).dropLast(4))
        if mark == closing { closing = nil } else if let kind = ["rung", "markdown", "file"].first(where: { mark.hasPrefix("\($0): ") }) { closing = "/\(kind)" }
        marks.append(mark)
      } else {
        marks = []
      }
    }
    self.blocks = blocks
  }

  /// What somebody who follows the page types: its blocks of shell, and the commands of its CI jobs.
  var scripts: [(text: String, status: String?)] {
    blocks.compactMap { block in
      switch block.language {
      case "sh" where !block.marks.contains(Self.testCommand):
        return (block.text, block.marks.first { $0.hasPrefix("status: ") }.map { String($0.dropFirst("status: ".count)) })
      case "yaml":
        let commands = block.text.split(separator: "\n").compactMap { line in
          line.firstRange(of: "- run: ").map { String(line[$0.upperBound...]) }
        }
        // Jobs of a matrix run once for each of its values, and expressions are replaced before a shell sees them.
        let matrix = block.text.firstMatch(of: /matrix: \{(\w+): \[(.*?)\]/).map { (name: "${{ matrix.\($0.1) }}", values: $0.2.split(separator: ",")) }
        let run = commands.flatMap { command -> [String] in
          guard let matrix, command.contains(matrix.name) else { return [command] }
          return matrix.values.map { command.replacing(matrix.name, with: $0.drop { $0 == " " }) }
        }
        return run.isEmpty ? nil : (run.map { $0.replacing(/\$\{\{.*?\}\}/, with: "value") + "\n" }.joined(), nil)
      default: return nil
      }
    }
  }

  /// The mark of the block that `.ci/run` runs.
  static let testCommand = "command: test"
}
