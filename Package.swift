// swift-tools-version:6.1
import PackageDescription

let package = Package(
  name: "rung",
  // Only Linux is built and tested; macOS 15 is the first with the standard library's Mutex.
  platforms: [.macOS(.v15)],
  products: [
    // Rung is the module to import; the others hold the values that it gives (MemberImportVisibility asks for them by name).
    .library(name: "Rung", targets: ["Rung", "RungSource", "RungReading", "RungSpec", "RungProviders", "RungOutput"]),
    // The framing of messages, for its fuzzing.
    .library(name: "RungServers", targets: ["RungServers"]),
    .executable(name: "rung", targets: ["rung-cli"]),
    // What release/library links into librung.so.
    .library(name: "RungC", type: .dynamic, targets: ["RungC"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C libraries: a module map and a pkg-config name, nothing else.
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(name: "CJansson", pkgConfig: "jansson", providers: [.apt(["libjansson-dev"]), .brew(["jansson"])]),
    // What Glibc's module leaves out of the C library: the allocator's switches, kinds of file systems, access lists.
    .systemLibrary(name: "CSystem"),

    // The C library of the system, and what systems do in ways of their own. No library imports it.
    .target(name: "RungPlatform", dependencies: ["CSystem"]),

    // Data flows from the top of this list to the bottom; no target imports one below itself.
    .target(name: "RungSource"),
    .target(name: "RungReading", dependencies: ["RungSource", "CYAML", "CJansson"]),
    .target(name: "RungSpec", dependencies: ["RungSource"]),
    .target(name: "RungDelivery", dependencies: ["RungSource", "RungReading", "RungSpec"]),
    .target(name: "RungProviders", dependencies: ["RungSource", "RungSpec"]),
    .target(name: "RungOutput", dependencies: ["RungSource", "RungReading", "RungSpec", "RungDelivery", "RungProviders"]),
    .target(name: "Rung", dependencies: ["RungSource", "RungReading", "RungSpec", "RungDelivery", "RungProviders", "RungOutput"]),

    // One request as JSON, answered as JSON: what the library for other languages and `rung mcp` do.
    .target(name: "RungCall", dependencies: ["Rung", "RungSource", "RungReading", "RungSpec", "RungProviders", "RungOutput"]),

    // The library for programs in other languages: include/rung.h.
    .target(name: "RungC", dependencies: ["Rung", "RungCall"]),

    // Servers of protocols over JSON-RPC, without input and output: `rung lsp` and `rung mcp`.
    .target(name: "RungServers", dependencies: ["Rung", "RungCall", "RungSource", "RungReading", "RungSpec", "RungProviders", "RungOutput"]),

    .executableTarget(
      name: "rung-cli",
      dependencies: [
        "Rung", "RungCall", "RungServers", "RungPlatform", "RungSource", "RungReading", "RungSpec", "RungProviders", "RungOutput",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // Not a product: writes what is generated (registries, schemas, embedded presets, README blocks). It depends on
    // nothing of Rung's, so that it builds when a stale registry keeps the rest from building.
    .executableTarget(name: "rung-dev", dependencies: ["RungPlatform"]),
    .target(
      name: "RungTestSupport", dependencies: ["Rung", "RungPlatform", "RungProviders", "RungReading", "RungSource", "RungSpec"]),

    .testTarget(
      name: "RuleTests", dependencies: ["Rung", "RungReading", "RungSource", "RungTestSupport"], exclude: ["survivors.txt"]),
    .testTarget(name: "ReadingTests", dependencies: ["RungReading", "RungSource", "RungTestSupport"], exclude: ["external-suites.txt", "xml_judge.py"]),
    .testTarget(name: "GoldenTests", dependencies: ["Rung", "RungReading", "RungSource", "RungSpec", "RungTestSupport"], exclude: ["fmt.py"]),
    .testTarget(
      name: "RobustnessTests",
      dependencies: ["Rung", "RungProviders", "RungReading", "RungSource", "RungSpec", "RungTestSupport"]),
    .testTarget(
      name: "UpToDateTests", dependencies: ["Rung", "RungProviders", "RungReading", "RungSource", "RungTestSupport", "rung-cli", "rung-dev"],
      exclude: ["judge.py", "release.txt", "v1"]),
    .testTarget(
      name: "OutputTests", dependencies: ["Rung", "RungOutput", "RungProviders", "RungReading", "RungSource", "RungTestSupport"],
      exclude: ["formats.py", "markdown.py", "yaml.py"]),
    // Runs the built tool, which therefore has to be built.
    .testTarget(name: "CLITests", dependencies: ["Rung", "RungProviders", "RungSource", "RungTestSupport", "rung-cli"]),
    .testTarget(
      name: "PlanTests", dependencies: ["Rung", "RungOutput", "RungProviders", "RungSource", "RungTestSupport"], exclude: ["credentials.py", "server.py", "servers"]),
    .testTarget(
      name: "BodyTests", dependencies: ["Rung", "RungProviders", "RungReading", "RungSource", "RungSpec", "RungTestSupport"],
      exclude: ["body_judge.py", "judges", "livekit_judge.py", "tenbyte_schema.json"]),
    // Runs ffmpeg: real encoders judge the level tables.
    .testTarget(name: "EncoderTests", dependencies: ["RungSpec", "RungTestSupport"]),
    // Runs ffmpeg, ffprobe and Shaka Packager.
    .testTarget(
      name: "PackagerTests", dependencies: ["Rung", "RungOutput", "RungProviders", "RungSpec", "RungTestSupport"], exclude: ["manifest.py", "multivariant.py"]),
    // Pages are judged by html5lib, and measured in Chromium.
    .testTarget(
      name: "ReportTests", dependencies: ["Rung", "RungProviders", "RungSource", "RungSpec", "RungTestSupport"], exclude: ["judge.py", "measure.js"]),
    // README.md and docs/: blocks run in a shell, with programs that stand for the toolchain and for providers.
    .testTarget(name: "ReadmeTests", dependencies: ["Rung", "RungProviders", "RungTestSupport"], exclude: ["programs", "run.sh"]),
    .testTarget(
      name: "ImportTests",
      dependencies: ["Rung", "RungOutput", "RungProviders", "RungReading", "RungSource", "RungSpec", "RungTestSupport"]),
    // Drives `rung lsp` by Neovim and by pytest-lsp, and `rung mcp` by the client of its protocol.
    .testTarget(
      name: "ServerTests", dependencies: ["Rung", "RungCall", "RungServers", "RungSource", "RungTestSupport", "rung-cli"], exclude: ["judges"]),
    .testTarget(name: "DesignTests", dependencies: ["Rung", "RungProviders", "RungSource", "RungSpec", "RungTestSupport"]),
    .testTarget(name: "SpecTests", dependencies: ["RungSource", "RungSpec"]),
    .testTarget(
      name: "SecretTests",
      dependencies: ["Rung", "RungOutput", "RungProviders", "RungReading", "RungSource", "RungSpec", "RungTestSupport"]),
    // What release/build packs, installed by pip, pre-commit, dpkg and the steps of CI jobs.
    .testTarget(
      name: "InstallTests", dependencies: ["RungC", "RungTestSupport", "rung-cli"],
      exclude: ["action.py", "calls.c", "common.sh", "dask.sh", "debian.sh", "debootstrap.sh", "fleet.py", "hooks.sh", "jobs.sh", "library.py", "library.sh", "release.sh", "requests.py", "wheel.sh"]),
    // What was delivered, held against what was asked for: streams of real encoders and packagers.
    .testTarget(
      name: "VerifyTests", dependencies: ["Rung", "RungDelivery", "RungOutput", "RungReading", "RungSource", "RungSpec", "RungTestSupport", "rung-cli"],
      exclude: ["playlists.py", "snapshots.py", "streams.py", "streams_audit.py", "streams_verify.py"]),
    .testTarget(
      name: "ProviderTests", dependencies: ["Rung", "RungOutput", "RungProviders", "RungReading", "RungSource", "RungSpec", "RungTestSupport"],
      exclude: ["destinations.py"]),
  ]
)

// `RUNG_DOCC=1 swift package generate-documentation`: nothing else needs the plugin, and nobody else has to fetch it.
if Context.environment["RUNG_DOCC"] != nil {
  package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"))
}

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]
  // What stands in README.md is what a program writes that imports Rung and nothing else.
  if target.name != "ReadmeTests" { target.swiftSettings?.append(.enableUpcomingFeature("MemberImportVisibility")) }
  // Tests run in a third of the time where what they test is optimized: .ci/run.
  if Context.environment["RUNG_OPTIMIZED"] != nil, target.type != .test { target.swiftSettings?.append(.unsafeFlags(["-O"])) }
}
