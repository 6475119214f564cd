/// Flips the comparisons of rules one at a time, and lists those that no example of the rule notices.
///
/// The sources are never touched: a copy below `.build` has a separate operator for each comparison. It is
/// built once, and `RUNG_MUTANT` says which one is flipped while the examples run.
struct Mutants {
  let root: String

  static let command = "swift run rung-dev mutate"
  static let roots = ["Rules", "BodyRules", "CommonRules", "FleetRules", "Packs"]
  /// The mutants that are known to survive, by their keys.
  static let known = "Tests/RuleTests/survivors.txt"

  private var copy: String { "\(root)/.build/mutants" }

  /// Which of the mutants are run.
  enum Choice {
    case all
    case sample(Int, seed: UInt64)
    /// Those of files whose name has one of these in it.
    case named([String])
  }

  /// - Returns: false when one survives that is not known to.
  func run(_ choice: Choice, records: Bool) throws(Fault) -> Bool {
    let all = try write()
    let chosen = try chosen(choice, of: all)
    try build()
    let baseline = try judge(nil, rules: [])
    guard baseline == .survived else { throw Fault("the examples fail before anything is flipped; fix them first: swift test --filter ExampleTests") }

    let known = Set((try Tree.text(of: "\(root)/\(Self.known)") ?? "").split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") })
    var survivors: [String] = []
    var isNews = false
    for number in chosen {
      let mutation = all[number]
      switch try judge(number, rules: mutation.rules) {
      case .died:
        if known.contains(mutation.key) { Console.say("no longer survives, remove it from \(Self.known): \(mutation.key)") }
      case .survived:
        survivors.append(mutation.key)
        guard !known.contains(mutation.key) else { continue }
        isNews = true
        Console.say("\(mutation.file):\(mutation.line): survives: \(mutation.original) → \(mutation.flipped) (\(mutation.place)) in: \(mutation.text)")
      }
    }
    Console.say("\(chosen.count) of \(all.count) mutants, \(survivors.count) survived\(isNews ? "; add an example at the limit and one beyond it" : "")")
    if records, case .all = choice {
      try Tree.replace("\(root)/\(Self.known)", with: """
        # Flipped comparisons that no example of the rule notices; written by `\(Self.command) --record`.
        \(survivors.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: "\n"))

        """)
      Console.say("wrote \(Self.known)")
      return true
    }
    return !isNews
  }

  // MARK: The copy

  /// Writes the copy; files that are unchanged are not written again, so that a second build is short.
  private func write() throws(Fault) -> [Mutation] {
    var files: [String: String] = [:]
    for name in ["Package.swift", "Package.resolved"] { files[name] = try Tree.text(of: "\(root)/\(name)") }
    for path in Tree.files(below: "\(root)/Sources") + Tree.files(below: "\(root)/Tests/RuleTests") {
      files[String(path.dropFirst(root.utf8.count + 1))] = try Tree.text(of: path)
    }
    // The manifest names the other tests, which are not needed here.
    for suite in Tree.names(in: "\(root)/Tests") where suite.hasSuffix("Tests") && suite != "RuleTests" { files["Tests/\(suite)/Empty.swift"] = "" }

    var all: [Mutation] = []
    var modules: [String: String] = [:]
    for path in files.keys.sorted() {
      let parts = path.split(separator: "/").map(String.init)
      guard let text = files[path], parts.count > 3, parts[0] == "Sources", path.hasSuffix(".swift"), !GeneratedFile.isGenerated(path),
        !Set(parts.dropLast()).isDisjoint(with: Self.roots)
      else { continue }
      let file = MutableFile(text)
      let mutations = file.mutations(file: path, rules: Self.rules(declaredBy: text, at: path, in: files))
      let switched = file.switched(from: all.count, mutations)
      files[path] = switched.text
      modules[parts[1], default: ""] += switched.declarations
      all += mutations
    }
    for (module, declarations) in modules {
      files["Sources/\(module)/Mutants+Generated.swift"] = """
        internal import Glibc

        let mutant = getenv("RUNG_MUTANT").flatMap { Int(String(cString: $0)) } ?? -1
        \(declarations)
        """
    }

    for path in Tree.files(below: "\(copy)/Sources") + Tree.files(below: "\(copy)/Tests") where files[String(path.dropFirst(copy.utf8.count + 1))] == nil {
      try Tree.remove(path)
    }
    for (path, text) in files where try Tree.text(of: "\(copy)/\(path)") != text { try Tree.replace("\(copy)/\(path)", with: text) }
    return all
  }

  /// The rule of a file; where it declares none, those of its folder and below, which it helps.
  private static func rules(declaredBy text: String, at path: String, in files: [String: String]) -> [String] {
    let own = declared(by: text)
    guard own.isEmpty, let slash = path.lastIndex(of: "/") else { return own }
    return files.keys.sorted().filter { $0.hasPrefix(path[...slash]) }.flatMap { declared(by: files[$0] ?? "") }
  }

  /// The names behind `= Rule<…>(`.
  private static func declared(by text: String) -> [String] {
    guard let start = text.firstRange(of: "= Rule<")?.upperBound, let quote = text[start...].firstIndex(of: "\"") else { return [] }
    return [String(text[text.index(after: quote)...].prefix { $0 != "\"" })]
  }

  private func build() throws(Fault) {
    // Existing checkouts of the repository need not be fetched again.
    let seed = "[ -e .build/checkouts ] || { mkdir -p .build && cp -r ../checkouts ../repositories ../workspace-state.json .build/; }"
    let built = try Program.shell("\(seed); swift build --build-tests 2>&1", in: copy)
    guard built.status == 0 else {
      let errors = Set(built.output.split(separator: "\n").filter { $0.hasPrefix("/") && $0.contains("error:") }).sorted()
      throw Fault("the copy in .build/mutants does not build:\n\(errors.isEmpty ? built.output : errors.joined(separator: "\n"))")
    }
  }

  // MARK: The trial

  private enum Outcome { case died, survived }

  /// - Parameter rules: none for all.
  private func judge(_ number: Int?, rules: [String]) throws(Fault) -> Outcome {
    // One that loops dies too.
    let line = "RUNG_MUTANT=\(number ?? -1) RULES=\(Program.quoted(rules.joined(separator: ","))) timeout 120 .build/debug/*PackageTests.xctest --testing-library swift-testing --filter 'ExampleTests/(bad|good)' > /dev/null 2>&1"
    return try Program.shell(line, in: copy).status == 0 ? .survived : .died
  }

  private func chosen(_ choice: Choice, of all: [Mutation]) throws(Fault) -> [Int] {
    switch choice {
    case .all: return Array(all.indices)
    case .named(let names):
      let found = all.indices.filter { index in names.contains { all[index].file.contains($0) } }
      guard !found.isEmpty else { throw Fault("no rule file with a comparison is named \(names.joined(separator: " or "))") }
      return found
    case .sample(let count, let seed):
      // A linear congruential generator (Knuth's MMIX): the same seed picks the same ones everywhere.
      var state = seed
      var picked: Set<Int> = []
      while picked.count < min(count, all.count) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        picked.insert(Int(state >> 33) % all.count)
      }
      return picked.sorted()
    }
  }
}
