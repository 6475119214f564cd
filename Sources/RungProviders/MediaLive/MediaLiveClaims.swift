internal import RungSource
internal import RungSpec

extension MediaLive {
  package static func claims(_ fit: Fit<MediaLive>) -> [Claim] {
    var report = Report()
    let slug = fit.spec.name.flatMap { PlainNames.slug($0, length: 250, &report) }
    guard fit.decision.output.value == .mediaPackage, let group = fit.options.channelGroup ?? slug, let channel = fit.options.packageChannel ?? slug else { return [] }
    let region = fit.options.region?.value
    let notes = region == nil ? [MessageNote("neither sets `region`, so the same region is assumed for both")] : []
    var claims = [
      Claim(packageChannel, [region, group.value, channel.value], at: channel.place, notes: notes) { "MediaPackage's channel `\(channel.value)` of the group `\(group.value)`" }
    ]
    if fit.options.channelGroupExists?.value != true, group.value != channel.value {
      claims.append(Claim(channelGroup, [region, group.value], at: group.place, notes: notes) { "MediaPackage's channel group `\(group.value)`, which each plan creates" })
    }
    return claims
  }

  private static let packageChannel = Claim.Kind(
    "package-channel", "channel names are unique within a channel group, and MediaPackage rejects the second",
    mend: "set \(.medialive("package_channel"), "…") under this target", Source.mediapackage("CreateChannel.ChannelName: must be unique for your account in the AWS Region and channel group"))

  private static let channelGroup = Claim.Kind(
    "channel-group", "channel group names are unique in an account and region, and MediaPackage rejects the second",
    mend: ["set \(.medialive("channel_group_exists"), "true") under this target", "set another \(.medialive("channel_group"))"],
    Source.mediapackage("CreateChannelGroup.ChannelGroupName: must be unique for your account in the AWS Region"))
}
