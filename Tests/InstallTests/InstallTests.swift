import RungTestSupport
import Testing

/// What a release consists of, installed by those who install it. The packages are those in the folder RUNG_RELEASE, which
/// `release/build` made; without it they are packed of the program that these tests were built with, which is linked
/// dynamically. Each script runs in a folder of its own, ends with 0 when all is right, and says what is not.
@Suite(.enabled(if: Depth.isFull || Repository.variable("RUNG_RELEASE") != nil, "installers run in full depth: RUNG_DEPTH=full"))
struct InstallTests {
  /// Where the packages are, or why they could not be made.
  private static let packages: (folder: String?, fault: String) = {
    if let folder = Repository.variable("RUNG_RELEASE") { return (folder, "") }
    let folder = "\(Repository.root)/.build/packages"
    let result = Repository.shell("release/build --dry --binary '\(Repository.products)/rung' --out '\(folder)'")
    return (result.status == 0 ? folder : nil, result.output)
  }()

  @Test("release: checksums, one way to the same bytes, make install", .enabled(if: Judge.present(.man, .spdx)))
  func release() throws { try run("release.sh") }

  @Test("the wheel: pip, pipx, auditwheel", .enabled(if: Judge.present(.auditwheel, .pipx)))
  func wheel() throws { try run("wheel.sh") }

  @Test("hooks, run by pre-commit", .enabled(if: Judge.present(.preCommit)))
  func hooks() throws { try run("hooks.sh") }

  @Test("jobs: schemas, and the steps of the action", .enabled(if: Judge.present(.checkJSONSchema, .ruamel)))
  func jobs() throws { try run("jobs.sh") }

  @Test("the Debian package: dpkg, lintian, man", .enabled(if: Judge.present(.lintian, .man)))
  func debian() throws { try run("debian.sh") }

  @Test(
    "a Debian that holds nothing else: dpkg, pip",
    .enabled(if: Repository.variable("RUNG_RELEASE") != nil && Judge.present(.debootstrap), "only a static program runs there: RUNG_RELEASE=$PWD/dist"))
  func debootstrap() throws { try run("debootstrap.sh") }

  @Test("the C interface, and the Python package over it", .enabled(if: Judge.present(.compiler, .mypy, .ruby, .spdx)))
  func library() throws { try run("library.sh", Repository.products) }

  @Test("a fleet on workers of Dask: the findings of one run", .enabled(if: Judge.present(.compiler, .distributed)))
  func dask() throws { try run("dask.sh", Repository.products) }

  private func run(_ script: String, _ more: String = "") throws {
    let packages = try #require(Self.packages.folder, "\(Self.packages.fault)")
    let folder = try #require(Repository.temporaryFolder())
    defer { _ = Repository.shell("rm -rf '\(folder)'") }
    let result = Repository.shell("PYTHON='\(Judge.python)' bash -eu Tests/InstallTests/\(script) '\(Repository.root)' '\(packages)' '\(folder)' '\(more)'")
    #expect(result.status == 0, "\(script): \(result.output)")
  }
}
