import RungTestSupport
import Testing

/// A judge that is not installed is named, and its tests are skipped; where all of them are wanted, they fail.
@Suite struct JudgeTests {
  @Test("every judge is there", .enabled(if: Judge.areAllWanted), arguments: Judge.all)
  func installed(_ judge: Judge) {
    #expect(judge.isThere, "\(judge.advice)")
  }

  @Test(".ci/judges installs every judge", arguments: Judge.all)
  func listed(_ judge: Judge) throws {
    let script = try #require(Repository.text(".ci/judges"))
    let package = try #require(judge.install.split(separator: " ").last)
    // The SDKs are installed by what their own scripts say.
    let isSDK = Judge.sdks.contains { $0.judge.name == judge.name } && script.contains("\(Judge.sdkFolder)/*.py")
    #expect(isSDK || script.contains(" \(package)"), "\(judge.name): \(package)")
  }

  /// The tests of an encoder, where no program is.
  private static func run(_ environment: String) -> (status: Int32, output: String) {
    Repository.shell(
      "PATH=/nonexistent \(environment) '\(Repository.products)/rungPackageTests.xctest' --testing-library swift-testing --filter 'X264MessageTests|JudgeTests/installed'")
  }

  @Test("without a judge the tests that need it are skipped, and the last lines name it, what it judges and how to install it")
  func missing() {
    let result = Self.run("RUNG_JUDGES=")
    #expect(result.status == 0, "\(result.output)")
    #expect(
      result.output.hasSuffix("""
        Skipped, because no judge is installed (all of them: .ci/judges):
          ffmpeg: judges levels, encoder commands and what they make; sudo apt-get install -y ffmpeg

        """), "\(result.output)")
  }

  @Test("where all judges are wanted, one that is missing fails")
  func wanted() {
    let result = Self.run("RUNG_JUDGES=all")
    #expect(result.status != 0)
    #expect(result.output.contains("ffmpeg is not installed; it judges levels, encoder commands and what they make: sudo apt-get install -y ffmpeg"), "\(result.output)")
  }
}
