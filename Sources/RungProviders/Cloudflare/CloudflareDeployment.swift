internal import RungSource

extension Cloudflare {
  package static let deploymentFormats: [DeploymentFormat] = [.terraformJSON]

  /// `cloudflare_stream_live_input` of Cloudflare's provider 5; there is no resource for outputs.
  package static func deployment(_ format: DeploymentFormat, of plan: RequestPlan) -> Deployment {
    var deployment = Deployment(format, plan)
    deployment.source = ("cloudflare", "cloudflare", "~> 5.0")
    guard let create = plan.steps.first(where: { $0.id == Step.create }) else { return deployment }
    let account = create.url.places.first { $0.name == "account_id" }?.value?.value ?? "${env:CLOUDFLARE_ACCOUNT_ID}"
    deployment.add(Step.create, as: "cloudflare_stream_live_input", named: "LiveInput") { properties in
      properties.set("account_id", text: account)
      properties.asText("meta", create.node?["meta"])
    }
    deployment.output("LiveInputID", deployment.attribute("uid", of: "LiveInput"), "the live input's id")
    return deployment
  }
}
