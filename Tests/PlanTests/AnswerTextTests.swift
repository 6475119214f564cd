import Foundation
@testable import RungOutput
import RungTestSupport
import Testing

/// What a provider answers is shown by a script, and not obeyed by the terminal or the log that it is shown on.
@Suite(.enabled(if: Judge.present(.jq))) struct AnswerTextTests {
  @Test("answers of providers", arguments: [
    "plain\n  {\"error\": \"größer 日本語 👩🏽\"}", "a\u{1B}[31mb\u{7}\r\n\u{9B}2J\u{7F}\u{202E}c\u{2028}\u{200B}\u{FEFF}\u{E0041}d",
    "::warning::x\n \t::error::y\nz ::fine", "##vso[task.setvariable variable=a]b ##[error]c ##teamcity[x] #[d] ## e", "%s %n \\033[1m \\n",
  ])
  func shown(_ answer: String) throws {
    let script = ScriptParts.common + "rung_secrets=\nrung_line \"$RUNG_ANSWER\"\nprintf '\\n'\nprintf '%s' \"$RUNG_ANSWER\" | rung_redacted\n"
    let environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "RUNG_ANSWER": answer]
    let result = try Shell.run("/bin/sh", ["-c", script], environment: environment, in: nil)
    #expect(result.code == 0, "\(result.err)")
    for scalar in result.out.unicodeScalars where scalar != "\n" {
      let category = scalar.properties.generalCategory
      #expect(category != .control && category != .format && category != .lineSeparator, "U+\(String(scalar.value, radix: 16))")
    }
    for line in result.out.split(separator: "\n") {
      #expect(!line.drop { $0.isWhitespace }.hasPrefix("::") && !line.contains(/##[a-z]*\[/), "\(line)")
    }
    if !answer.contains(/[\u{1B}]|::|##/) {
      #expect(result.out.contains(answer), "\(result.out)")
      #expect(result.out.hasPrefix(answer.replacing("\n", with: " ") + "\n"), "\(result.out)")
    }
  }
}
