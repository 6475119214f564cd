import Foundation
import Rung
import RungOutput
import RungProviders
import RungSource
import RungTestSupport
import Testing

/// A plan, a server that plays its provider, and a directory to run the scripts in.
final class Trial {
  /// One plan of a golden spec.
  struct Subject: CustomTestStringConvertible {
    let name: String
    var plan: RequestPlan

    var testDescription: String { name }
  }

  let server: Server
  private let plan: RequestPlan
  let name: String
  private let directory: URL
  private let isGuest: Bool

  init(_ subject: Subject, sharing other: Trial? = nil) throws {
    plan = subject.plan
    name = subject.name
    isGuest = other != nil
    directory = other?.directory ?? FileManager.default.temporaryDirectory.appendingPathComponent("rung-plan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    // What the plan does not make has to be there already.
    let steps = subject.plan.steps
    let made = Set(steps.map(\.id.rawValue) + steps.compactMap(\.bodyKind?.rawValue))
    let kinds = Providers.named(subject.plan.provider.rawValue)?.requests.map(\.name) ?? []
    server = try other?.server ?? Server(subject.plan.provider.rawValue, there: kinds.filter { !made.contains($0) })
  }

  deinit { if !isGuest { try? FileManager.default.removeItem(at: directory) } }

  /// Every sound golden of the provider, each stream of it.
  static func plans(of provider: String) -> [Subject] { all.filter { $0.plan.provider.rawValue == provider } }

  private static let all: [Subject] = GoldenCase.all.flatMap { golden in
    golden.specs.flatMap { spec -> [Subject] in
      let analysis = golden.compiled(spec)
      guard !analysis.hasErrors else { return [] }
      return analysis.streams.flatMap(\.plans).map { Subject(name: "\(golden)/\(spec), \($0.provider)", plan: $0.sent) }
    }
  }

  /// Whether all goes well there and back.
  func isGreen() throws -> Bool {
    // What another try would make good is missed as well.
    let once = ["RUNG_RETRIES": "0"]
    guard try run(teardown: false, with: once, patience: 5).code == 0, try server.get("/_playing") == "true" else { return false }
    guard try run(teardown: true, with: once, patience: 5).code == 0 else { return false }
    return try server.get("/_left") == "[]" && server.get("/_faults") == "[]"
  }

  // MARK: Running

  func path(_ name: String) -> String { directory.appendingPathComponent(name).path }

  func run(
    teardown: Bool, _ arguments: [String] = [], without missing: String? = nil, with more: [String: String] = [:], patience: Int = 60,
    atOnce count: Int = 1
  ) throws -> Shell.Result {
    try run(plan, teardown: teardown, arguments, without: missing, with: more, patience: patience, atOnce: count)
  }

  /// A command that a script has printed, in the environment of that script.
  func type(_ command: some StringProtocol, after result: Shell.Result) throws -> Shell.Result {
    var environment = result.environment
    environment["RUNG_STATE"] = nil
    return try Shell.run("/bin/sh", ["-c", String(command)], environment: environment, in: directory)
  }

  /// - Parameter plan: this one in place of the trial's own: one that changes what is there.
  func run(
    _ plan: RequestPlan, teardown: Bool = false, _ arguments: [String] = [], without missing: String? = nil, with more: [String: String] = [:],
    patience: Int = 60, atOnce count: Int = 1
  ) throws -> Shell.Result {
    let text = try PlanScript.text(plan, stream: name, slug: "trial", teardown: teardown)
    let file = directory.appendingPathComponent(teardown ? "down.sh" : plan.isUpdate ? "update.sh" : "up.sh")
    try Data(text.utf8).write(to: file)
    var environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": directory.path, "TMPDIR": directory.path,
      "RUNG_INTERVAL": "0.01", "RUNG_TIMEOUT": "\(patience)", "RUNG_WITH": "all", "no_proxy": "127.0.0.1",
    ]
    // Patterns only where they may match: in a debug build they take longer than the script.
    for line in text.split(separator: "\n") where line.hasPrefix("rung_need ") || line.hasPrefix("#") {
      if let match = line.wholeMatch(of: /rung_need (\w+) .*/) { environment[String(match.1)] = Self.secret(String(match.1)) }
      if let match = line.wholeMatch(of: /# +(\w+) +optional: a credential.*/) { environment[String(match.1)] = Self.secret(String(match.1)) }
      if let match = line.wholeMatch(of: /# +(\w+) +optional: instead of https?:.*/) { environment[String(match.1)] = server.url }
    }
    environment.merge(more) { $1 }
    if let missing { environment[missing] = nil }
    // The number of the process is for a server that is to kill it.
    let start = #"printf '%s' "$$" > process; exec /bin/sh "$0" "$@""#
    // Not `wait`: it waits for a signal that the test runner blocks.
    let several = #"for number in $(seq \#(count)); do (/bin/sh "$0" "$@"; echo "exit $?") & done | cat"#
    return try Shell.run("/bin/sh", ["-c", count > 1 ? several : start, file.path] + arguments, environment: environment, in: directory)
  }

  /// Has what a shell, curl, jq, sed or a URL might trip over.
  static func secret(_ variable: String) -> String { "s3cr3t-\(variable)-\"\\'$`&%/" }

  func expectNoSecret(_ result: Shell.Result) {
    for secret in ["s3cr3t", "stream-key-a1b2c3d4", "access-token-99ff", "ingest-token-77aa"] {
      #expect(!result.out.contains(secret) && !result.err.contains(secret), "\(name): \(secret) is shown\n\(result.out)\(result.err)")
    }
  }

  // MARK: The state file

  private var stateFile: URL { directory.appendingPathComponent("trial.\(plan.provider).state.json") }

  func state() throws -> String? {
    guard FileManager.default.fileExists(atPath: stateFile.path) else { return nil }
    let mode = try FileManager.default.attributesOfItem(atPath: stateFile.path)[.posixPermissions] as? Int
    #expect(mode == 0o600, "others may read the state file")
    return try String(contentsOf: stateFile, encoding: .utf8)
  }

  /// Has the server fail at the request of that number, and count from there.
  ///
  /// - Parameters:
  ///   - kind: as in server.py; none counts only.
  func inject(_ kind: String = "", at number: Int = 0, times: Int = 1) throws {
    _ = try server.get("/_fail?kind=\(kind)&at=\(number)&times=\(times)&process=\(path("process"))")
  }

  func write(_ state: String?) throws { try state?.write(to: stateFile, atomically: true, encoding: .utf8) }
}

/// server.py, on a port of its own.
final class Server {
  let url: String
  private let process = Process()
  /// The server ends when this closes: also when the tests end without saying so.
  private let life = Pipe()

  init(_ provider: String, there: [String]) throws {
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "\(Repository.root)/Tests/PlanTests/server.py", "--provider", provider, "--schemas", "\(Repository.root)/schemas",
      "--there", there.joined(separator: ","),
    ]
    process.standardInput = life
    process.standardOutput = output
    try process.run()
    // The whole line comes at once, or nothing when the server did not start.
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let port = try #require(Int(line.prefix { $0.isNumber }), "server.py does not play \(provider): give it servers/\(provider).py, with the behaviour that the provider's documents describe")
    url = "http://127.0.0.1:\(port)"
  }

  deinit {
    // A child of the test runner does not hear of SIGTERM: the runner's threads block it.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  func get(_ path: String) throws -> String {
    try Shell.run("/usr/bin/env", ["curl", "--silent", "--noproxy", "*", url + path], environment: nil, in: nil).out
  }
}

enum Shell {
  struct Result {
    let code: Int32
    let out: String
    let err: String
    let environment: [String: String]
  }

  static func run(_ program: String, _ arguments: [String], environment: [String: String]?, in directory: URL?) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
    let files = ["out", "err"].map { folder.appendingPathComponent("rung-\(UUID().uuidString).\($0)") }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    for file in files { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    if let environment { process.environment = environment }
    if let directory { process.currentDirectoryURL = directory }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus, out: String(decoding: try Data(contentsOf: files[0]), as: UTF8.self),
      err: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self), environment: environment ?? [:])
  }
}
