// swift-tools-version:6.1
import PackageDescription

let package = Package(
  name: "rung",
  products: [
    .library(name: "Rung", targets: ["Rung"]),
    .executable(name: "rung", targets: ["rung-cli"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C libraries: a module map and a pkg-config name, nothing else.
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CJansson", pkgConfig: "jansson", providers: [.apt(["libjansson-dev"])]),

    // Data flows from the top of this list to the bottom; no target imports one below itself.
    .target(name: "RungSource"),
    .target(name: "RungReading", dependencies: ["RungSource", "CYAML", "CJansson"]),
    .target(name: "RungSpec", dependencies: ["RungSource"]),
    .target(name: "RungProviders", dependencies: ["RungSource", "RungSpec"]),
    .target(name: "RungOutput", dependencies: ["RungSource", "RungReading", "RungSpec", "RungProviders"]),
    .target(name: "Rung", dependencies: ["RungSource", "RungReading", "RungSpec", "RungProviders", "RungOutput"]),

    .executableTarget(
      name: "rung-cli",
      dependencies: [
        "Rung",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // Not a product: writes what is generated (registries, schemas, embedded presets, README blocks).
    .executableTarget(name: "rung-dev", dependencies: ["Rung", "RungReading", "RungProviders", "RungSpec", "RungSource"]),
    .target(name: "RungTestSupport", dependencies: ["Rung", "RungSource"]),

    .testTarget(name: "SpecTests", dependencies: ["RungSpec"]),
    .testTarget(name: "RuleTests", dependencies: ["Rung", "RungSource", "RungTestSupport"]),
  ]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
