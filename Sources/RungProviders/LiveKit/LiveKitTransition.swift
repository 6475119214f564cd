internal import RungSource
internal import RungSpec

extension LiveKit {
  /// One update, two where LiveKit requires two, or another ingress that replaces the old one.
  package static func update(_ transition: Transition) -> RequestPlan {
    guard let change = transition.all("ingress").first, change.effect != .newResource, let create = transition.step(Step.create),
      let old = change.old, let new = change.new, let before = body(old, completedBy: new, change, transition.report),
      let after = body(new, completedBy: old, change, transition.report)
    else { return transition.anew() }
    switch LiveKitUpdateChoice(from: before, to: after, near: new.place) {
    case .nothing: return transition.plan([])
    case .anew: return transition.anew()
    case .updates(let updates): return transition.plan(updates.indices.map { step(updates, $0, create) })
    }
  }

  /// What one side does not set, and does not differ, is the same as on the other side.
  private static func body(
    _ request: DeclaredRequest, completedBy other: DeclaredRequest, _ change: ResourceDifference, _ report: Report
  ) -> LiveKitCreate? {
    guard let node = request.body else { return nil }
    let differing = Set(change.differences.map { $0.plainPath.prefix { $0 != "." }.description })
    let entries = node.entries + (other.body?.entries ?? []).filter { !node.has($0.key.value) && !differing.contains($0.key.value) }
    var report = report
    return LiveKitCreate.shape.read(Node(.map(entries), at: node.place), &report)
  }

  private static func step(_ updates: [LiveKitUpdate], _ index: Int, _ create: RequestStep) -> RequestStep {
    let isLast = index == updates.count - 1
    return RequestStep(
      Step.update.numbered(index, of: updates.count),
      updates.count == 1 ? "Change the ingress" : isLast ? "Change the rest" : "Turn transcoding on", method: "POST",
      url: create.url.calling("UpdateIngress"), headers: create.headers, bodyKind: "update",
      body: BodyContent(updates[index], LiveKitUpdate.shape, at: create.request.place), fills: [BodyFill("/ingress_id", bound: "ingress_id")],
      manual: isLast ? [ManualTask(.after, "Start the encoder again if it was sending: the update has ended its session.")] : [],
      remarks: isLast
        ? []
        : [
          "Together with the encodings it would be rejected: the server checks them against the stored ingress, which does not transcode yet."
        ],
      resending: .harmless)
  }
}

extension URLTemplate {
  /// Another method of the same service.
  fileprivate func calling(_ method: String) -> URLTemplate {
    var url = self
    url.template = template.replacing("CreateIngress", with: method)
    return url
  }
}

extension PlannedRequest {
  /// The place of a value that no author wrote.
  fileprivate var place: SourcePlace { body?.place ?? SourcePlace(SourceSpan(file: FileID(index: 0), lower: 0, upper: 0)) }
}
