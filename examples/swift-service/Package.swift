// swift-tools-version:6.1
import PackageDescription

let package = Package(
  name: "swift-service",
  platforms: [.macOS(.v15)],
  dependencies: [
    // The clone that this folder lies in.
    .package(name: "rung", path: "../..")
  ],
  targets: [
    .executableTarget(
      name: "swift-service", dependencies: [.product(name: "Rung", package: "rung")],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
