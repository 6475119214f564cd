internal import RungSource
internal import RungSpec

extension MediaLive {
  static let inputWithoutGroup = Rule<ParsedBody>(
    "input-without-group", family: id, severity: .error,
    summary: "an input that encoders push to without an input security group",
    why: "Encoders push from the addresses of an input security group; an input in a VPC has none.",
    citation: Source.medialive("CreateInput.InputSecurityGroups; CreateInput.Vpc: not compatible with the inputSecurityGroups property", strength: .inferred),
    replaces: ["medialive/allow-list-missing"],
    bad: [
      Example(body: "medialive.create-input", """
        {"Name": "news", "Type": ⟦"RTMP_PUSH"⟧, "Destinations": [{"StreamName": "live/primary"}]}
        """)
    ],
    good: [
      Example(body: "medialive.create-input", """
        {"Name": "news", "Type": "RTMP_PUSH", "InputSecurityGroups": ["1234567"], "Destinations": [{"StreamName": "live/primary"}]}
        """),
      Example(body: "medialive.create-input", """
        {"Name": "news", "Type": "RTMP_PUSH", "Vpc": {"SubnetIds": ["subnet-1", "subnet-2"]}, "Destinations": [{"StreamName": "live/primary"}]}
        """)
    ]
  ) { body, report in
    guard body.kind == "create-input", !body.isAnswer, let type = body.root["Type"], ["RTMP_PUSH", "RTP_PUSH", "UDP_PUSH", "SRT_LISTENER"].contains(type.text), body.root["Vpc"] == nil,
      body.root["InputNetworkLocation"]?.text != "ON_PREMISES", body.root["InputSecurityGroups"].map({ !$0.isUnread && $0.items.isEmpty }) ?? true
    else { return }
    report.flag(type.place, "\(type.text ?? "") requires an input security group; `InputSecurityGroups` is not set", help: "set `InputSecurityGroups` to the id of one")
  }
}
