import Foundation
import RungOutput
import RungProviders
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// Credentials that a client computes: curl makes them, and botocore says whether they are right.
@Suite struct CredentialTests {
  private static func plan(_ headers: [RequestHeader], query: String = "a=2&b=1") -> RequestPlan {
    let region = URLTemplate("https://ivs.us-east-1.example.com/CreateChannel")
    let body = Node(.map([Node.Entry(key: Located("name", at: .nowhere), value: .string("a\u{301} \"b\"", at: .nowhere))]), at: .nowhere)
    let step = RequestStep(
      "create", "Create it", method: "POST", url: region, headers: headers + [RequestHeader("Content-Type", "application/json")],
      body: BodyContent(body), reads: [PlanBinding("channel", "/id", "the id")],
      wait: Wait(URLTemplate("https://ivs.us-east-1.example.com/GetStream/{channel}?\(query)", [PlanParameter(bound: "channel")]), pointer: "/status", until: ["live"]),
      resending: .harmless)
    return RequestPlan(provider: "ivs", steps: [step])
  }

  private static func judged(_ headers: [RequestHeader], token: String) throws -> String {
    let folder = try #require(Repository.temporaryFolder())
    defer { _ = Repository.shell("rm -r '\(folder)'") }
    let script = try PlanScript.text(plan(headers), stream: "news", slug: "news", teardown: false)
    try #require(Repository.write(script, to: "\(folder)/up.sh"))
    return Repository.shell("'\(Judge.python)' Tests/PlanTests/credentials.py '\(folder)/up.sh' IVS_URL '\(token)'").output
  }

  private static let signature = RequestHeader.aws(service: "ivs", region: PlanParameter("region", Located("eu-west-1", at: .nowhere)))

  @Test("curl signs for AWS as botocore does", .enabled(if: Judge.present(.curl, .jq, .botocore)), arguments: ["", "a/session+token=="])
  func signed(_ token: String) throws {
    let said = try Self.judged(Self.signature, token: token)
    #expect(said == "signed eu-west-1 ivs\nsigned eu-west-1 ivs\n", "\(said)")
  }

  @Test("a query that curl would sign in another order than AWS is a fault of the plan")
  func query() {
    #expect(Self.plan(Self.signature).faults == [])
    #expect(Self.plan(Self.signature, query: "b=1&a=2").faults.contains { $0.contains("is signed and not in the order of its names") })
    #expect(Self.plan([RequestHeader("Authorization", "Bearer ${env:A}")], query: "b=1&a=2").faults == [])
  }

  @Test("the name and the password of HTTP Basic come as they are", .enabled(if: Judge.present(.curl, .jq, .botocore)))
  func basic() throws {
    #expect(try Self.judged([.basic(user: "BASIC_USER", password: "BASIC_PASSWORD")], token: "") == "basic\nbasic\n")
  }

  @Test("the other formats say what a client makes the value of")
  func told() throws {
    let http = try PlanHTTP.text(Self.plan(Self.signature), stream: "news", teardown: false)
    #expect(http.contains("Authorization: AWS {{$processEnv AWS_ACCESS_KEY_ID}} {{$processEnv AWS_SECRET_ACCESS_KEY}} token:{{$processEnv AWS_SESSION_TOKEN}} region:eu-west-1 service:ivs\n"))
    #expect(!http.contains("X-Amz-Security-Token"))
    #expect(http.contains("# And where they are set: AWS_SESSION_TOKEN.\n"))
    let basic = try PlanHTTP.text(Self.plan([.basic(user: "A", password: "B")]), stream: "news", teardown: false)
    #expect(basic.contains("Authorization: Basic {{$processEnv A}}:{{$processEnv B}}\n"))
  }
}
