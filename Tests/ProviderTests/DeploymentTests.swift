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

  @Test("a resource of Terraform's has what it has an argument for")
  func held() throws {
    let specs: KeyValuePairs<String, String?> = [
      "{output: hls, destinations: [\"s3ssl://b/f/index\"]}": nil,
      "{}": "`aws_medialive_channel` has no `media_package_settings.channel_group`",
      "{output: cmaf-ingest, destinations: [\"https://b.example.com/f\"]}": "has no `output_group_settings.cmaf_ingest_group_settings`",
      "{output: hls, destinations: [\"s3ssl://b/f/index\"], input_type: SRT_CALLER}": "`aws_medialive_input` has no `srt_settings`",
    ]
    for (target, lack) in specs {
      let source = target.contains("SRT") ? "srt://a.example.com:9000" : "https://a.example.com/index.m3u8"
      let segment = target.contains("output: hls") ? "6s" : "6.006s"
      let text = """
        rung: 1
        name: news
        targets: {medialive: \(target)}
        ingest: {source: {url: "\(source)"}}
        ladder: {preset: medialive-1080p}
        packaging: {hls: {segment_duration: \(segment)}}
        """
      let analysis = compile(SourceInput(name: "news.yaml", bytes: Array(text.utf8)))
      let plan = try #require(analysis.streams.first?.plans.first)
      let provider = try #require(Providers.named("medialive"))
      let deployment = provider.deployment(.terraformJSON, of: plan)
      guard let lack else {
        #expect(deployment.lacks.isEmpty)
        let tree = try #require(Disguise.tree(DeploymentText.text(deployment, stream: "news")))
        let channel = try #require(tree.value(at: "resource.aws_medialive_channel.channel"))
        #expect(try Self.line(channel, "input_specification") == "{\"codec\":\"AVC\",\"input_resolution\":\"HD\",\"maximum_bitrate\":\"MAX_20_MBPS\"}")
        #expect(channel["input_attachments"]?.items.first?["input_settings"]?["audio_selector"] != nil)
        #expect(tree.value(at: "resource.aws_medialive_input.input.sources")?.items.first?["password_param"]?.scalar?.text == "")
        continue
      }
      #expect(deployment.lacks.contains { $0.contains(lack) }, "\(deployment.lacks)")
      let error = #expect(throws: RungError.self) { try CompiledBodies([analysis]).deployments(as: .terraformJSON) }
      #expect(error?.description.hasSuffix("; use cloudformation") == true)
    }
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
