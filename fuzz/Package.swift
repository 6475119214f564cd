// swift-tools-version:6.1
import PackageDescription

// A package of its own: what is fuzzed is built with `--sanitize fuzzer`, which no other build wants. `./run` does it.
let package = Package(
  name: "rung-fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "rung", path: "..")],
  targets: [
    .executableTarget(
      name: "Fuzz", dependencies: [.product(name: "Rung", package: "rung"), .product(name: "RungServers", package: "rung")],
      swiftSettings: [.swiftLanguageMode(.v6), .unsafeFlags(["-parse-as-library"])])
  ]
)
