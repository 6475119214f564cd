internal import RungSource
internal import RungSpec

extension MediaLive {
  /// The bodies of MediaLive, API version 2017-10-14, and of MediaPackage v2, API version 2022-12-25.
  static let model = ServiceModel(modelTable) {
    [
      "CreateInputSecurityGroupRequest": ServiceModel.laid(MediaLiveSecurityGroup.shape), "UpdateInputSecurityGroupRequest": ServiceModel.laid(MediaLiveSecurityGroup.shape),
      "InputWhitelistRuleCidr": ServiceModel.laid(MediaLiveRange.shape),
      "CreateInputRequest": ServiceModel.laid(MediaLiveInput.shape), "UpdateInputRequest": ServiceModel.laid(MediaLiveInput.shape), "InputDestinationRequest": ServiceModel.laid(MediaLiveStreamName.shape),
      "InputSourceRequest": ServiceModel.laid(MediaLiveSource.shape), "SrtSettingsRequest": ServiceModel.laid(MediaLiveSRT.shape),
      "SrtCallerSourceRequest": ServiceModel.laid(MediaLiveSRTCaller.shape), "SrtListenerSettingsRequest": ServiceModel.laid(MediaLiveSRTListener.shape),
      "SrtListenerDecryptionRequest": ServiceModel.laid(MediaLiveSRTDecryption.shape),
      "CreateChannelRequest": ServiceModel.laid(MediaLiveChannel.shape), "UpdateChannelRequest": ServiceModel.laid(MediaLiveChannel.shape),
      "UpdateChannelClassRequest": ServiceModel.laid(MediaLiveChannel.shape),
      "InputAttachment": ServiceModel.laid(MediaLiveAttachment.shape), "InputSettings": ServiceModel.laid(MediaLiveInputSettings.shape),
      "AudioSelector": ServiceModel.laid(MediaLiveAudioSelector.shape), "InputSpecification": ServiceModel.laid(MediaLiveInputSpecification.shape),
      "OutputDestination": ServiceModel.laid(MediaLiveDestination.shape), "OutputDestinationSettings": ServiceModel.laid(MediaLiveDestinationURL.shape),
      "MediaPackageOutputDestinationSettings": ServiceModel.laid(MediaLivePackageDestination.shape), "EncoderSettings": ServiceModel.laid(MediaLiveEncoder.shape),
      "TimecodeConfig": ServiceModel.laid(MediaLiveTimecode.shape), "VideoDescription": ServiceModel.laid(MediaLiveVideo.shape),
      "VideoCodecSettings": ServiceModel.laid(MediaLiveVideoCodec.shape), "H264Settings": ServiceModel.laid(MediaLiveVideoSettings.h264),
      "H265Settings": ServiceModel.laid(MediaLiveVideoSettings.h265), "Av1Settings": ServiceModel.laid(MediaLiveVideoSettings.av1),
      "AudioDescription": ServiceModel.laid(MediaLiveAudio.shape), "AudioCodecSettings": ServiceModel.laid(MediaLiveAudioCodec.shape),
      "AacSettings": ServiceModel.laid(MediaLiveAudioSettings.aac), "Ac3Settings": ServiceModel.laid(MediaLiveAudioSettings.ac3),
      "Eac3Settings": ServiceModel.laid(MediaLiveAudioSettings.eac3), "OutputGroup": ServiceModel.laid(MediaLiveOutputGroup.shape),
      "Output": ServiceModel.laid(MediaLiveOutput.shape), "HlsGroupSettings": ServiceModel.laid(MediaLiveGroup.hls),
      "CmafIngestGroupSettings": ServiceModel.laid(MediaLiveGroup.cmaf), "MediaPackageV2GroupSettings": ServiceModel.laid(MediaLiveGroup.mediaPackageV2),
      "ArchiveGroupSettings": ServiceModel.laid(MediaLiveGroup.archive),
      "MediaPackageCreateChannelGroupRequest": ServiceModel.laid(MediaPackageGroup.shape),
      "MediaPackageCreateChannelRequest": ServiceModel.laid(MediaPackageChannel.shape), "MediaPackageUpdateChannelRequest": ServiceModel.laid(MediaPackageChannel.shape),
      "MediaPackageCreateOriginEndpointRequest": ServiceModel.laid(MediaPackageEndpoint.shape),
      "MediaPackageUpdateOriginEndpointRequest": ServiceModel.laid(MediaPackageEndpoint.shape),
      "MediaPackageSegment": ServiceModel.laid(MediaPackageSegment.shape), "MediaPackageHlsManifestConfiguration": ServiceModel.laid(MediaPackageManifest.hls),
      "MediaPackageLowLatencyHlsManifestConfiguration": ServiceModel.laid(MediaPackageManifest.hls),
      "MediaPackageDashManifestConfiguration": ServiceModel.laid(MediaPackageManifest.dash),
    ]
  }

  /// The members of the bodies that create: what an update lacks of them is fixed.
  static let creatable = Set(
    ["CreateInputSecurityGroupRequest", "CreateInputRequest", "CreateChannelRequest", "MediaPackageCreateChannelRequest", "MediaPackageCreateOriginEndpointRequest"].flatMap {
      model.object($0).properties.map(\.key)
    })

  /// Members whose keys the author chooses.
  private static let authors: Set<String> = ["Tags"]
  /// MediaLive sends `channelClass` for what its tools read as `ChannelClass`.
  static let small = BodySpelling(isCamelCase: true, keeping: authors)

  static func packaging(inURL members: Set<String> = []) -> BodySpelling { BodySpelling(inURL: members, isCamelCase: false, keeping: authors) }
}
