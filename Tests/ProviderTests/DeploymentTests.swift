import Rung
import RungOutput
import RungProviders
import RungReading
import RungSource
import RungTestSupport
import Testing

/// Documents of deployment tools: CloudFormation's are judged by cfn-lint.
@Suite struct DeploymentTests {
  private static let plan = RequestPlan(
    provider: "tenbyte",
    steps: [
      step("recording", ["name": "a", "state": "x"]),
      step("channel", ["latencyMode": "LOW", "streamKey": "key-${env:STREAM_KEY}", "name": "${env:NAME}", "text": "${HOME} %{if}", "recordingArn": "{arn}"], fills: [BodyFill("/recordingArn", bound: "arn")]),
      step("output", ["url": "rtmp://a.example.com"]),
    ])

  private static func step(_ id: String, _ body: KeyValuePairs<String, String>, fills: [BodyFill] = []) -> RequestStep {
    let node = Node.map(body.map { ($0.key, .string($0.value, at: .nowhere)) }, at: .nowhere)
    return RequestStep(StepID(rawValue: id), id, method: "POST", url: URLTemplate("https://example.com"), body: BodyContent(node), fills: fills)
  }

  private static func deployment(_ format: DeploymentFormat) -> Deployment {
    var deployment = Deployment(format, plan)
    deployment.add("recording", as: "a_recording", named: "Recording") { $0.remove("state") }
    let arn = deployment.attribute("Arn", of: "Recording")
    deployment.add("channel", as: "a_channel", named: "TheChannel") { $0.set("Recording", arn) }
    deployment.output("Key", deployment.attribute("key", of: "TheChannel"), "the key", isSecret: true)
    return deployment
  }

  private static func tree(_ format: DeploymentFormat) throws -> Node {
    try #require(Disguise.tree(DeploymentText.text(deployment(format), stream: "news")))
  }

  private static func line(_ tree: Node, _ path: String) throws -> String? {
    try tree.value(at: path).map { try JSONWriter.text($0, indent: 0) }
  }

  @Test("references become parameters, and what only looks like one stays text")
  func references() throws {
    let template = try Self.tree(.cloudFormation)
    #expect(try Self.line(template, "Resources.TheChannel.Properties.StreamKey") == "{\"Fn::Sub\":\"key-${StreamKey}\"}")
    #expect(try Self.line(template, "Resources.TheChannel.Properties.Name") == "{\"Ref\":\"Name\"}")
    #expect(template.value(at: "Resources.TheChannel.Properties.Text")?.scalar?.text == "${HOME} %{if}")
    #expect(try Self.line(template, "Resources.TheChannel.Properties.Recording") == "{\"Fn::GetAtt\":[\"Recording\",\"Arn\"]}")
    #expect(template.value(at: "Parameters.StreamKey.NoEcho")?.scalar?.text == "true")
    // A secret is no output of a stack: anybody who may list stacks reads those.
    #expect(template["Outputs"] == nil)

    let configuration = try Self.tree(.terraformJSON)
    #expect(configuration.value(at: "resource.a_channel.the_channel.stream_key")?.scalar?.text == "key-${var.stream_key}")
    #expect(configuration.value(at: "resource.a_channel.the_channel.text")?.scalar?.text == "$${HOME} %%{if}")
    #expect(configuration.value(at: "resource.a_channel.the_channel.Recording")?.scalar?.text == "${a_recording.recording.Arn}")
    #expect(configuration.value(at: "variable.stream_key.sensitive")?.scalar?.text == "true")
    #expect(configuration.value(at: "output.key.sensitive")?.scalar?.text == "true")
  }

  @Test("what no resource stands for is named", arguments: DeploymentFormat.allCases)
  func left(_ format: DeploymentFormat) throws {
    #expect(Self.deployment(format).left == ["output"])
    let text = try DeploymentText.text(Self.deployment(format), stream: "news")
    #expect(text.contains("not in this document: output"))
    #expect(text.contains("not judged by the provider") == (format == .terraformJSON))
  }

  @Test("cfn-lint takes every golden's template", .enabled(if: Judge.present(.cfnLint)), arguments: Providers.deploying(.cloudFormation))
  func template(_ id: String) throws {
    let folder = try #require(Repository.temporaryFolder())
    defer { _ = Repository.shell("rm -r '\(folder)'") }
    let provider = try #require(Providers.named(id))
    var count = 0
    for golden in GoldenCase.all {
      for spec in golden.specs {
        let analysis = golden.compiled(spec)
        guard !analysis.hasErrors else { continue }
        for stream in analysis.streams {
          for plan in stream.plans where plan.provider.rawValue == id {
            let text = try DeploymentText.text(provider.deployment(.cloudFormation, of: plan), stream: stream.name)
            try #require(Repository.write(text, to: "\(folder)/\(count).json"))
            count += 1
          }
        }
      }
    }
    #expect(count > 0)
    let result = Repository.shell("'\(Judge.python)' -c 'from cfnlint.runner import main; main()' --regions us-east-1 --format parseable -- '\(folder)'/*.json")
    #expect(result.status == 0, "\(result.output.prefix(3000))")
    // It refuses what is wrong, so that it judged.
    let broken = Repository.shell("sed -i 's/\"Properties\"/\"Properties\": {\"Zz\": 1}, \"Metadata\"/' '\(folder)/0.json'; '\(Judge.python)' -c 'from cfnlint.runner import main; main()' --regions us-east-1 -- '\(folder)/0.json'")
    #expect(broken.status != 0)
  }
}
