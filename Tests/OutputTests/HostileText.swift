import RungReading
import RungSource
import RungTestSupport

/// Texts that want to be more than text, and the trees that they are put into.
enum HostileText {
  static let all = [
    // What terminals, logs and eyes obey.
    "A\u{1B}[31mB\u{7}\n::warning file=x::FORGED\r\n##vso[task.setvariable variable=a]b ##[error]c ##teamcity[x]\u{85}\u{9B}31m\u{7F}\u{202E}\u{2066}\u{2028}"
      + "\u{2029}\u{200B}\u{FEFF}\u{E0041}\u{AD}\u{61C}\u{180E}\u{2060}\u{FFF9}Z\t",
    "x`<img src=x onerror=alert(1)>[evil](javascript:alert(1)) ![i](http://evil.example/x) **b** | FORGED `|` http://evil.example @octocat #1 $x$",
    "{{$processEnv HOME}}{{x}}\n\n### FORGED\nGET http://evil.example/\n@evil = 1\n# @name FORGED\nRUNG_BODY\n'\"$(touch pwned)`touch pwned`\\",
    "::warning file=x::first",
    "  ::error::behind blanks",
    "@prompt evil",
    "\u{200D}a\u{200D}b\u{200C} 👩\u{200D}🚀",
    "a`b <b>c</b>",
    "``` <img src=x> `",
    "a\\|FORGED|b]]> --> </title><script>alert(1)</script>&lt;b&gt;\"'",
    "`a``<svg onload=x>`b`",
    "\n- [ ] FORGED\n<!-- ",
    "##[group]x",
    // For Swift each of these is one character with its accent.
    "a'\u{301}b`\u{301}c|\u{301}d{{\u{301}$processEnv HOME}}\u{301}\"\u{301}\\\u{301}$\u{301}(x)<\u{301}b>[\u{301}x](y)&\u{301}\r\n\u{301}FORGED\r\n::\u{301}warning::##vso\u{301}[x]",
    "www.evil.example mailto:a@evil.example https://evil.example/`",
  ]

  /// Every tree with one text, or one key, of the given one replaced.
  static func count(_ node: Node) -> Int {
    switch node.content {
    case .map(let entries): entries.reduce(0) { $0 + 1 + count($1.value) }
    case .list(let items): items.reduce(0) { $0 + count($1) }
    case .scalar(let scalar): scalar.type == .string ? 1 : 0
    }
  }

  /// The tree as JSON with a text in the place of its nth text or key, or in the place of every text that the choice takes.
  /// Only what JSON has to escape is escaped, so that the rest stands in the source as it is.
  static func json(_ node: Node, with text: String, at wanted: (Int) -> Bool) -> String {
    var number = -1
    func put(_ old: String) -> String {
      number += 1
      return wanted(number) ? "HOSTILE" : old
    }
    func replaced(_ node: Node) -> Node {
      switch node.content {
      case .map(let entries):
        return Node(
          .map(entries.map { entry in Node.Entry(key: Located(put(entry.key.value), at: entry.key.place), value: replaced(entry.value)) }),
          at: node.place)
      case .list(let items): return Node(.list(items.map(replaced)), at: node.place)
      case .scalar(let scalar): return scalar.type == .string ? .string(put(scalar.text), at: node.place) : node
      }
    }
    return JSONWriter.shown(replaced(node)).replacing("HOSTILE", with: escaped(text))
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\0"..<" ":
        "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }.joined()
  }
}
