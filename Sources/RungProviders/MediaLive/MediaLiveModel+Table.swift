// Written by `swift run rung-dev service-models` from the service models of botocore; do not edit.

extension MediaLive {
  /// One line for each structure: its name, and its members with `!` where they are required. A list is `[` before its members,
  /// a map `{`, an enumeration `=` before its words; `(least,most)` is a range, or a length; `/` begins a pattern; `|` a union.
  static let modelTable = #"""
    # medialive 2017-10-14
    AacSettings Bitrate:d CodingMode:=AD_RECEIVER_MIX,CODING_MODE_1_0,CODING_MODE_1_1,CODING_MODE_2_0,CODING_MODE_5_1 InputType:=BROADCASTER_MIXED_AD,NORMAL Profile:=HEV1,HEV2,LC RateControlMode:=CBR,VBR RawFormat:=LATM_LOAS,NONE SampleRate:d Spec:=MPEG2,MPEG4 VbrQuality:=HIGH,LOW,MEDIUM_HIGH,MEDIUM_LOW
    AbWatermarkingCustomProfile EmbeddingFrequency!:d SceneCut!:d(-1,5) TargetPsnr!:d(32,46)
    Ac3Settings Bitrate:d BitstreamMode:=COMMENTARY,COMPLETE_MAIN,DIALOGUE,EMERGENCY,HEARING_IMPAIRED,MUSIC_AND_EFFECTS,VISUALLY_IMPAIRED,VOICE_OVER CodingMode:=CODING_MODE_1_0,CODING_MODE_1_1,CODING_MODE_2_0,CODING_MODE_3_2_LFE Dialnorm:i(1,31) DrcProfile:=FILM_STANDARD,NONE LfeFilter:=DISABLED,ENABLED MetadataControl:=FOLLOW_INPUT,USE_CONFIGURED AttenuationControl:=ATTENUATE_3_DB,NONE
    AdditionalDestinations Destination!:OutputLocationRef
    AncillarySourceSettings SourceAncillaryChannelNumber:i(1,4)
    AnywhereSettings ChannelPlacementGroupId:s ClusterId:s
    ArchiveCdnSettings ArchiveS3Settings:ArchiveS3Settings
    ArchiveContainerSettings M2tsSettings:M2tsSettings RawSettings:RawSettings
    ArchiveGroupSettings ArchiveCdnSettings:ArchiveCdnSettings Destination!:OutputLocationRef RolloverInterval:i(1,)
    ArchiveOutputSettings ContainerSettings!:ArchiveContainerSettings Extension:s NameModifier:s
    ArchiveS3Settings CannedAcl:=AUTHENTICATED_READ,BUCKET_OWNER_FULL_CONTROL,BUCKET_OWNER_READ,PUBLIC_READ
    AribDestinationSettings
    AribSourceSettings
    AudioChannelMapping InputChannelLevels!:[InputChannelLevel OutputChannel!:i(0,7)
    AudioCodecSettings AacSettings:AacSettings Ac3Settings:Ac3Settings Eac3AtmosSettings:Eac3AtmosSettings Eac3Settings:Eac3Settings Mp2Settings:Mp2Settings PassThroughSettings:PassThroughSettings WavSettings:WavSettings
    AudioDescription AudioNormalizationSettings:AudioNormalizationSettings AudioSelectorName!:s AudioType:=CLEAN_EFFECTS,HEARING_IMPAIRED,UNDEFINED,VISUAL_IMPAIRED_COMMENTARY AudioTypeControl:=FOLLOW_INPUT,USE_CONFIGURED AudioWatermarkingSettings:AudioWatermarkSettings CodecSettings:AudioCodecSettings LanguageCode:s(1,35) LanguageCodeControl:=FOLLOW_INPUT,USE_CONFIGURED Name!:s(,255) RemixSettings:RemixSettings StreamName:s AudioDashRoles:[=ALTERNATE,COMMENTARY,DESCRIPTION,DUB,EMERGENCY,ENHANCED-AUDIO-INTELLIGIBILITY,KARAOKE,MAIN,SUPPLEMENTARY DvbDashAccessibility:=DVBDASH_1_VISUALLY_IMPAIRED,DVBDASH_2_HARD_OF_HEARING,DVBDASH_3_SUPPLEMENTAL_COMMENTARY,DVBDASH_4_DIRECTORS_COMMENTARY,DVBDASH_5_EDUCATIONAL_NOTES,DVBDASH_6_MAIN_PROGRAM,DVBDASH_7_CLEAN_FEED
    AudioDolbyEDecode ProgramSelection!:=ALL_CHANNELS,PROGRAM_1,PROGRAM_2,PROGRAM_3,PROGRAM_4,PROGRAM_5,PROGRAM_6,PROGRAM_7,PROGRAM_8
    AudioFeedInput AudioSelectorName:s FeedInput:s
    AudioHlsRenditionSelection GroupId!:s(1,) Name!:s(1,)
    AudioLanguageSelection LanguageCode!:s LanguageSelectionPolicy:=LOOSE,STRICT
    AudioNormalizationSettings Algorithm:=ITU_1770_1,ITU_1770_2,ITU_1770_3,ITU_1770_4 AlgorithmControl:=CORRECT_AUDIO TargetLkfs:d(-59,0) PeakCalculation:=NONE,TRUE_PEAK PeakLimiterThreshold:d(-8,0)
    AudioOnlyHlsSettings AudioGroupId:s AudioOnlyImage:InputLocation AudioTrackType:=ALTERNATE_AUDIO_AUTO_SELECT,ALTERNATE_AUDIO_AUTO_SELECT_DEFAULT,ALTERNATE_AUDIO_NOT_AUTO_SELECT,AUDIO_ONLY_VARIANT_STREAM SegmentType:=AAC,FMP4
    AudioPid DolbyEDecode:AudioDolbyEDecode Pid!:i(0,8191) PremixSettings:AudioPreMixerSettings
    AudioPidSelection Pid!:i(0,8191) Pids:[AudioPid
    AudioPreMixerSettings AudioNormalizationSettings:AudioNormalizationSettings Channels:i(1,16) GainDb:d(-60,60) RemixSettings:RemixSettings
    AudioSelector Name!:s(1,) SelectorSettings:AudioSelectorSettings
    AudioSelectorSettings AudioHlsRenditionSelection:AudioHlsRenditionSelection AudioLanguageSelection:AudioLanguageSelection AudioPidSelection:AudioPidSelection AudioTrackSelection:AudioTrackSelection
    AudioSilenceFailoverSettings AudioSelectorName!:s AudioSilenceThresholdMsec:i(1000,)
    AudioTrack Track!:i(1,) PremixSettings:AudioPreMixerSettings
    AudioTrackSelection Tracks!:[AudioTrack DolbyEDecode:AudioDolbyEDecode
    AudioWatermarkSettings NielsenWatermarksSettings:NielsenWatermarksSettings
    AutoFilterSettings
    AutomaticInputFailoverSettings ErrorClearTimeMsec:i(1,) FailoverConditions:[FailoverCondition InputPreference:=EQUAL_INPUT_PREFERENCE,PRIMARY_INPUT_PREFERRED SecondaryInputId!:s
    Av1ColorSpaceSettings ColorSpacePassthroughSettings:ColorSpacePassthroughSettings Hdr10Settings:Hdr10Settings Rec601Settings:Rec601Settings Rec709Settings:Rec709Settings Hlg2020Settings:Hlg2020Settings
    Av1FilterSettings AutoFilterSettings:AutoFilterSettings NoneFilterSettings:NoneFilterSettings PerceptualFilterSettings:PerceptualFilterSettings
    Av1Settings AfdSignaling:=AUTO,FIXED,NONE BufSize:i(50000,24000000) ColorSpaceSettings:Av1ColorSpaceSettings FixedAfd:=AFD_0000,AFD_0010,AFD_0011,AFD_0100,AFD_1000,AFD_1001,AFD_1010,AFD_1011,AFD_1101,AFD_1110,AFD_1111 FramerateDenominator!:i(1,3003) FramerateNumerator!:i(1,) GopSize:d(0,) GopSizeUnits:=FRAMES,SECONDS Level:=AV1_LEVEL_2,AV1_LEVEL_2_1,AV1_LEVEL_3,AV1_LEVEL_3_1,AV1_LEVEL_4,AV1_LEVEL_4_1,AV1_LEVEL_5,AV1_LEVEL_5_1,AV1_LEVEL_5_2,AV1_LEVEL_5_3,AV1_LEVEL_6,AV1_LEVEL_6_1,AV1_LEVEL_6_2,AV1_LEVEL_6_3,AV1_LEVEL_AUTO LookAheadRateControl:=HIGH,LOW,MEDIUM MaxBitrate:i(50000,12000000) MinIInterval:i(0,30) ParDenominator:i(1,) ParNumerator:i(1,) QvbrQualityLevel:i(1,10) SceneChangeDetect:=DISABLED,ENABLED TimecodeBurninSettings:TimecodeBurninSettings Bitrate:i(50000,12000000) RateControlMode:=CBR,QVBR MinBitrate:i(0,8000000) SpatialAq:=DISABLED,ENABLED TemporalAq:=DISABLED,ENABLED TimecodeInsertion:=DISABLED,METADATA_OBU BitDepth:=DEPTH_10,DEPTH_8 FilterSettings:Av1FilterSettings
    AvailBlanking AvailBlankingImage:InputLocation State:=DISABLED,ENABLED
    AvailConfiguration AvailSettings:AvailSettings Scte35SegmentationScope:=ALL_OUTPUT_GROUPS,SCTE35_ENABLED_OUTPUT_GROUPS
    AvailSettings Esam:Esam Scte35SpliceInsert:Scte35SpliceInsert Scte35TimeSignalApos:Scte35TimeSignalApos
    BandwidthReductionFilterSettings PostFilterSharpening:=DISABLED,SHARPENING_1,SHARPENING_2,SHARPENING_3 Strength:=AUTO,STRENGTH_1,STRENGTH_2,STRENGTH_3,STRENGTH_4
    BlackoutSlate BlackoutSlateImage:InputLocation NetworkEndBlackout:=DISABLED,ENABLED NetworkEndBlackoutImage:InputLocation NetworkId:s(34,34) State:=DISABLED,ENABLED
    BurnInDestinationSettings Alignment:=CENTERED,LEFT,SMART BackgroundColor:=BLACK,NONE,WHITE BackgroundOpacity:i(0,255) Font:InputLocation FontColor:=BLACK,BLUE,GREEN,RED,WHITE,YELLOW FontOpacity:i(0,255) FontResolution:i(96,600) FontSize:s OutlineColor:=BLACK,BLUE,GREEN,RED,WHITE,YELLOW OutlineSize:i(0,10) ShadowColor:=BLACK,NONE,WHITE ShadowOpacity:i(0,255) ShadowXOffset:i ShadowYOffset:i TeletextGridControl:=FIXED,SCALED XPosition:i(0,) YPosition:i(0,) SubtitleRows:=ROWS_16,ROWS_20,ROWS_24
    CaptionDescription Accessibility:=DOES_NOT_IMPLEMENT_ACCESSIBILITY_FEATURES,IMPLEMENTS_ACCESSIBILITY_FEATURES CaptionSelectorName!:s DestinationSettings:CaptionDestinationSettings LanguageCode:s LanguageDescription:s Name!:s CaptionDashRoles:[=ALTERNATE,CAPTION,COMMENTARY,DESCRIPTION,DUB,EASYREADER,EMERGENCY,FORCED-SUBTITLE,KARAOKE,MAIN,METADATA,SUBTITLE,SUPPLEMENTARY DvbDashAccessibility:=DVBDASH_1_VISUALLY_IMPAIRED,DVBDASH_2_HARD_OF_HEARING,DVBDASH_3_SUPPLEMENTAL_COMMENTARY,DVBDASH_4_DIRECTORS_COMMENTARY,DVBDASH_5_EDUCATIONAL_NOTES,DVBDASH_6_MAIN_PROGRAM,DVBDASH_7_CLEAN_FEED
    CaptionDestinationSettings AribDestinationSettings:AribDestinationSettings BurnInDestinationSettings:BurnInDestinationSettings DvbSubDestinationSettings:DvbSubDestinationSettings EbuTtDDestinationSettings:EbuTtDDestinationSettings EmbeddedDestinationSettings:EmbeddedDestinationSettings EmbeddedPlusScte20DestinationSettings:EmbeddedPlusScte20DestinationSettings RtmpCaptionInfoDestinationSettings:RtmpCaptionInfoDestinationSettings Scte20PlusEmbeddedDestinationSettings:Scte20PlusEmbeddedDestinationSettings Scte27DestinationSettings:Scte27DestinationSettings SmpteTtDestinationSettings:SmpteTtDestinationSettings TeletextDestinationSettings:TeletextDestinationSettings TtmlDestinationSettings:TtmlDestinationSettings WebvttDestinationSettings:WebvttDestinationSettings
    CaptionLanguageMapping CaptionChannel!:i(1,4) LanguageCode!:s(3,3) LanguageDescription!:s(1,)
    CaptionRectangle Height!:d(0,100) LeftOffset!:d(0,100) TopOffset!:d(0,100) Width!:d(0,100)
    CaptionSelector LanguageCode:s Name!:s(1,) SelectorSettings:CaptionSelectorSettings
    CaptionSelectorSettings AncillarySourceSettings:AncillarySourceSettings AribSourceSettings:AribSourceSettings DvbSubSourceSettings:DvbSubSourceSettings EmbeddedSourceSettings:EmbeddedSourceSettings Scte20SourceSettings:Scte20SourceSettings Scte27SourceSettings:Scte27SourceSettings TeletextSourceSettings:TeletextSourceSettings SmartSubtitleSourceSettings:SmartSubtitleSourceSettings WebvttSourceSettings:WebvttSourceSettings
    CdiInputSpecification Resolution:=SD,HD,FHD,UHD
    ChannelEngineVersionRequest Version:s
    CmafIngestAbWatermarkerIrdetoSettings AdditionalDestinationsAlternateDestinations:[OutputLocationRef AlternateDestination!:OutputLocationRef CustomProfile:AbWatermarkingCustomProfile License:s OperatorId!:i(1,511) PolyPeriod:i(1,1000) Profile!:=CAMCORDING,CUSTOM,DEFAULT,HQ,MEZZANINE,ROBUST WatermarkIdLength:=ID_2048,ID_512
    CmafIngestCaptionLanguageMapping CaptionChannel!:i(1,4) LanguageCode!:s(3,3)
    CmafIngestGroupSettings Destination!:OutputLocationRef NielsenId3Behavior:=NO_PASSTHROUGH,PASSTHROUGH Scte35Type:=NONE,SCTE_35_WITHOUT_SEGMENTATION,SCTE_35_WITHOUT_IDR SegmentLength:i(1,) SegmentLengthUnits:=MILLISECONDS,SECONDS SendDelayMs:i(0,2000) KlvBehavior:=NO_PASSTHROUGH,PASSTHROUGH KlvNameModifier:s(,100) NielsenId3NameModifier:s(,100) Scte35NameModifier:s(,100) Id3Behavior:=DISABLED,ENABLED Id3NameModifier:s(,100) CaptionLanguageMappings:[CmafIngestCaptionLanguageMapping TimedMetadataId3Frame:=NONE,PRIV,TDRL TimedMetadataId3Period:i(0,10000) TimedMetadataPassthrough:=DISABLED,ENABLED AdditionalDestinations:[AdditionalDestinations WatermarkingSettings:CmafIngestWatermarkingSettings
    CmafIngestOutputSettings NameModifier:s
    CmafIngestWatermarkingSettings CmafIngestAbWatermarkerIrdetoSettings:CmafIngestAbWatermarkerIrdetoSettings
    ColorCorrection InputColorSpace!:=HDR10,HLG_2020,REC_601,REC_709 OutputColorSpace!:=HDR10,HLG_2020,REC_601,REC_709 Uri!:s
    ColorCorrectionSettings GlobalColorCorrections!:[ColorCorrection
    ColorSpacePassthroughSettings
    CreateChannelRequest CdiInputSpecification:CdiInputSpecification ChannelClass:=STANDARD,SINGLE_PIPELINE Destinations:[OutputDestination EncoderSettings:EncoderSettings InputAttachments:[InputAttachment InputSpecification:InputSpecification LogLevel:=ERROR,WARNING,INFO,DEBUG,DISABLED Maintenance:MaintenanceCreateSettings Name:s RequestId:s Reserved:s RoleArn:s Tags:{ Vpc:VpcOutputSettings AnywhereSettings:AnywhereSettings ChannelEngineVersion:ChannelEngineVersionRequest DryRun:b LinkedChannelSettings:LinkedChannelSettings ChannelSecurityGroups:[s InferenceSettings:InferenceSettings JpegXsInputSpecification:JpegXsInputSpecification
    CreateInputRequest Destinations:[InputDestinationRequest InputDevices:[InputDeviceSettings InputSecurityGroups:[s MediaConnectFlows:[MediaConnectFlowRequest Name:s RequestId:s RoleArn:s Sources:[InputSourceRequest Tags:{ Type:=UDP_PUSH,RTP_PUSH,RTMP_PUSH,RTMP_PULL,URL_PULL,MP4_FILE,MEDIACONNECT,INPUT_DEVICE,AWS_CDI,TS_FILE,SRT_CALLER,MULTICAST,SMPTE_2110_RECEIVER_GROUP,SDI,MEDIACONNECT_ROUTER,SRT_LISTENER Vpc:InputVpcRequest SrtSettings:SrtSettingsRequest InputNetworkLocation:=AWS,ON_PREMISES MulticastSettings:MulticastSettingsCreateRequest Smpte2110ReceiverGroupSettings:Smpte2110ReceiverGroupSettings SdiSources:[s RouterSettings:RouterSettings
    CreateInputSecurityGroupRequest Tags:{ WhitelistRules:[InputWhitelistRuleCidr
    DisabledLockingSettings CustomEpoch:s
    DolbyVision81Settings
    DvbNitSettings NetworkId!:i(0,65536) NetworkName!:s(1,256) RepInterval:i(25,10000)
    DvbSdtSettings OutputSdt:=SDT_FOLLOW,SDT_FOLLOW_IF_PRESENT,SDT_MANUAL,SDT_NONE RepInterval:i(25,2000) ServiceName:s(1,256) ServiceProviderName:s(1,256)
    DvbSubDestinationSettings Alignment:=CENTERED,LEFT,SMART BackgroundColor:=BLACK,NONE,WHITE BackgroundOpacity:i(0,255) Font:InputLocation FontColor:=BLACK,BLUE,GREEN,RED,WHITE,YELLOW FontOpacity:i(0,255) FontResolution:i(96,600) FontSize:s OutlineColor:=BLACK,BLUE,GREEN,RED,WHITE,YELLOW OutlineSize:i(0,10) ShadowColor:=BLACK,NONE,WHITE ShadowOpacity:i(0,255) ShadowXOffset:i ShadowYOffset:i TeletextGridControl:=FIXED,SCALED XPosition:i(0,) YPosition:i(0,) SubtitleRows:=ROWS_16,ROWS_20,ROWS_24
    DvbSubSourceSettings OcrLanguage:=DEU,ENG,FRA,NLD,POR,SPA Pid:i(1,)
    DvbTdtSettings RepInterval:i(1000,30000)
    Eac3AtmosSettings Bitrate:d CodingMode:=CODING_MODE_5_1_4,CODING_MODE_7_1_4,CODING_MODE_9_1_6 Dialnorm:i(1,31) DrcLine:=FILM_LIGHT,FILM_STANDARD,MUSIC_LIGHT,MUSIC_STANDARD,NONE,SPEECH DrcRf:=FILM_LIGHT,FILM_STANDARD,MUSIC_LIGHT,MUSIC_STANDARD,NONE,SPEECH HeightTrim:d SurroundTrim:d
    Eac3Settings AttenuationControl:=ATTENUATE_3_DB,NONE Bitrate:d BitstreamMode:=COMMENTARY,COMPLETE_MAIN,EMERGENCY,HEARING_IMPAIRED,VISUALLY_IMPAIRED CodingMode:=CODING_MODE_1_0,CODING_MODE_2_0,CODING_MODE_3_2 DcFilter:=DISABLED,ENABLED Dialnorm:i(1,31) DrcLine:=FILM_LIGHT,FILM_STANDARD,MUSIC_LIGHT,MUSIC_STANDARD,NONE,SPEECH DrcRf:=FILM_LIGHT,FILM_STANDARD,MUSIC_LIGHT,MUSIC_STANDARD,NONE,SPEECH LfeControl:=LFE,NO_LFE LfeFilter:=DISABLED,ENABLED LoRoCenterMixLevel:d LoRoSurroundMixLevel:d LtRtCenterMixLevel:d LtRtSurroundMixLevel:d MetadataControl:=FOLLOW_INPUT,USE_CONFIGURED PassthroughControl:=NO_PASSTHROUGH,WHEN_POSSIBLE PhaseControl:=NO_SHIFT,SHIFT_90_DEGREES StereoDownmix:=DPL2,LO_RO,LT_RT,NOT_INDICATED SurroundExMode:=DISABLED,ENABLED,NOT_INDICATED SurroundMode:=DISABLED,ENABLED,NOT_INDICATED
    EbuTtDDestinationSettings CopyrightHolder:s(,1000) FillLineGap:=DISABLED,ENABLED FontFamily:s StyleControl:=EXCLUDE,INCLUDE DefaultFontSize:i(1,800) DefaultLineHeight:i(80,800)
    EmbeddedCaptionPositionSettings YPositionLine:i(1,15)
    EmbeddedDestinationSettings Position:EmbeddedCaptionPositionSettings StyleControl:=MANUAL,PASSTHROUGH CaptionServiceChannel:i(1,63) EmbeddedMode:=EMBEDDED_608_AND_708,EMBEDDED_608_ONLY,EMBEDDED_708_ONLY
    EmbeddedPlusScte20DestinationSettings
    EmbeddedSourceSettings Convert608To708:=DISABLED,UPCONVERT Scte20Detection:=AUTO,OFF Source608ChannelNumber:i(1,4) Source608TrackNumber:i(1,5)
    EncoderSettings AudioDescriptions!:[AudioDescription AvailBlanking:AvailBlanking AvailConfiguration:AvailConfiguration BlackoutSlate:BlackoutSlate CaptionDescriptions:[CaptionDescription FeatureActivations:FeatureActivations GlobalConfiguration:GlobalConfiguration MotionGraphicsConfiguration:MotionGraphicsConfiguration NielsenConfiguration:NielsenConfiguration OutputGroups!:[OutputGroup TimecodeConfig!:TimecodeConfig VideoDescriptions!:[VideoDescription ThumbnailConfiguration:ThumbnailConfiguration ColorCorrectionSettings:ColorCorrectionSettings
    EpochLockingSettings CustomEpoch:s JamSyncTime:s
    Esam AcquisitionPointId!:s(,256) AdAvailOffset:i(-1000,1000) PasswordParam:s PoisEndpoint!:s(,2048) Username:s ZoneIdentity:s(,256)
    FailoverCondition FailoverConditionSettings:FailoverConditionSettings
    FailoverConditionSettings AudioSilenceSettings:AudioSilenceFailoverSettings InputLossSettings:InputLossFailoverSettings VideoBlackSettings:VideoBlackFailoverSettings
    FeatureActivations InputPrepareScheduleActions:=DISABLED,ENABLED OutputStaticImageOverlayScheduleActions:=DISABLED,ENABLED
    FecOutputSettings ColumnDepth:i(4,20) IncludeFec:=COLUMN,COLUMN_AND_ROW RowLength:i(1,20)
    Fmp4HlsSettings AudioRenditionSets:s NielsenId3Behavior:=NO_PASSTHROUGH,PASSTHROUGH TimedMetadataBehavior:=NO_PASSTHROUGH,PASSTHROUGH
    FollowerChannelSettings LinkedChannelType:=FOLLOWING_CHANNEL,PRIMARY_CHANNEL PrimaryChannelArn:s
    FrameCaptureCdnSettings FrameCaptureS3Settings:FrameCaptureS3Settings
    FrameCaptureGroupSettings Destination!:OutputLocationRef FrameCaptureCdnSettings:FrameCaptureCdnSettings
    FrameCaptureHlsSettings
    FrameCaptureOutputSettings NameModifier:s
    FrameCaptureS3Settings CannedAcl:=AUTHENTICATED_READ,BUCKET_OWNER_FULL_CONTROL,BUCKET_OWNER_READ,PUBLIC_READ
    FrameCaptureSettings CaptureInterval:i(1,3600000) CaptureIntervalUnits:=MILLISECONDS,SECONDS TimecodeBurninSettings:TimecodeBurninSettings
    GlobalConfiguration InitialAudioGain:i(-60,60) InputEndAction:=NONE,SWITCH_AND_LOOP_INPUTS InputLossBehavior:InputLossBehavior OutputLockingMode:=EPOCH_LOCKING,PIPELINE_LOCKING,DISABLED OutputTimingSource:=INPUT_CLOCK,SYSTEM_CLOCK SupportLowFramerateInputs:=DISABLED,ENABLED OutputLockingSettings:OutputLockingSettings
    H264ColorSpaceSettings ColorSpacePassthroughSettings:ColorSpacePassthroughSettings Rec601Settings:Rec601Settings Rec709Settings:Rec709Settings
    H264FilterSettings TemporalFilterSettings:TemporalFilterSettings BandwidthReductionFilterSettings:BandwidthReductionFilterSettings AutoFilterSettings:AutoFilterSettings NoneFilterSettings:NoneFilterSettings PerceptualFilterSettings:PerceptualFilterSettings
    H264Settings AdaptiveQuantization:=AUTO,HIGH,HIGHER,LOW,MAX,MEDIUM,OFF AfdSignaling:=AUTO,FIXED,NONE Bitrate:i(1000,) BufFillPct:i(0,100) BufSize:i(0,) ColorMetadata:=IGNORE,INSERT ColorSpaceSettings:H264ColorSpaceSettings EntropyEncoding:=CABAC,CAVLC FilterSettings:H264FilterSettings FixedAfd:=AFD_0000,AFD_0010,AFD_0011,AFD_0100,AFD_1000,AFD_1001,AFD_1010,AFD_1011,AFD_1101,AFD_1110,AFD_1111 FlickerAq:=DISABLED,ENABLED ForceFieldPictures:=DISABLED,ENABLED FramerateControl:=INITIALIZE_FROM_SOURCE,SPECIFIED FramerateDenominator:i(1,) FramerateNumerator:i(1,) GopBReference:=DISABLED,ENABLED GopClosedCadence:i(0,) GopNumBFrames:i(0,7) GopSize:d GopSizeUnits:=FRAMES,SECONDS Level:=H264_LEVEL_1,H264_LEVEL_1_1,H264_LEVEL_1_2,H264_LEVEL_1_3,H264_LEVEL_2,H264_LEVEL_2_1,H264_LEVEL_2_2,H264_LEVEL_3,H264_LEVEL_3_1,H264_LEVEL_3_2,H264_LEVEL_4,H264_LEVEL_4_1,H264_LEVEL_4_2,H264_LEVEL_5,H264_LEVEL_5_1,H264_LEVEL_5_2,H264_LEVEL_AUTO LookAheadRateControl:=HIGH,LOW,MEDIUM MaxBitrate:i(1000,) MinIInterval:i(0,30) NumRefFrames:i(1,6) ParControl:=INITIALIZE_FROM_SOURCE,SPECIFIED ParDenominator:i(1,) ParNumerator:i(1,) Profile:=BASELINE,HIGH,HIGH_10BIT,HIGH_422,HIGH_422_10BIT,MAIN QualityLevel:=ENHANCED_QUALITY,STANDARD_QUALITY QvbrQualityLevel:i(1,10) RateControlMode:=CBR,MULTIPLEX,QVBR,VBR ScanType:=INTERLACED,PROGRESSIVE SceneChangeDetect:=DISABLED,ENABLED Slices:i(1,32) Softness:i(0,128) SpatialAq:=DISABLED,ENABLED SubgopLength:=DYNAMIC,FIXED Syntax:=DEFAULT,RP2027 TemporalAq:=DISABLED,ENABLED TimecodeInsertion:=DISABLED,PIC_TIMING_SEI TimecodeBurninSettings:TimecodeBurninSettings MinQp:i(1,51) MinBitrate:i(0,) AllowExplicitWeightedPrediction:=DISABLED,ENABLED
    H265ColorSpaceSettings ColorSpacePassthroughSettings:ColorSpacePassthroughSettings DolbyVision81Settings:DolbyVision81Settings Hdr10Settings:Hdr10Settings Rec601Settings:Rec601Settings Rec709Settings:Rec709Settings Hlg2020Settings:Hlg2020Settings
    H265FilterSettings TemporalFilterSettings:TemporalFilterSettings BandwidthReductionFilterSettings:BandwidthReductionFilterSettings AutoFilterSettings:AutoFilterSettings NoneFilterSettings:NoneFilterSettings PerceptualFilterSettings:PerceptualFilterSettings
    H265Settings AdaptiveQuantization:=AUTO,HIGH,HIGHER,LOW,MAX,MEDIUM,OFF AfdSignaling:=AUTO,FIXED,NONE AlternativeTransferFunction:=INSERT,OMIT Bitrate:i(100000,40000000) BufSize:i(100000,80000000) ColorMetadata:=IGNORE,INSERT ColorSpaceSettings:H265ColorSpaceSettings FilterSettings:H265FilterSettings FixedAfd:=AFD_0000,AFD_0010,AFD_0011,AFD_0100,AFD_1000,AFD_1001,AFD_1010,AFD_1011,AFD_1101,AFD_1110,AFD_1111 FlickerAq:=DISABLED,ENABLED FramerateDenominator!:i(1,3003) FramerateNumerator!:i(1,) GopClosedCadence:i(0,) GopSize:d GopSizeUnits:=FRAMES,SECONDS Level:=H265_LEVEL_1,H265_LEVEL_2,H265_LEVEL_2_1,H265_LEVEL_3,H265_LEVEL_3_1,H265_LEVEL_4,H265_LEVEL_4_1,H265_LEVEL_5,H265_LEVEL_5_1,H265_LEVEL_5_2,H265_LEVEL_6,H265_LEVEL_6_1,H265_LEVEL_6_2,H265_LEVEL_AUTO LookAheadRateControl:=HIGH,LOW,MEDIUM MaxBitrate:i(100000,40000000) MinIInterval:i(0,30) ParDenominator:i(1,) ParNumerator:i(1,) Profile:=MAIN,MAIN_10BIT QvbrQualityLevel:i(1,10) RateControlMode:=CBR,MULTIPLEX,QVBR ScanType:=INTERLACED,PROGRESSIVE SceneChangeDetect:=DISABLED,ENABLED Slices:i(1,16) Tier:=HIGH,MAIN TimecodeInsertion:=DISABLED,PIC_TIMING_SEI TimecodeBurninSettings:TimecodeBurninSettings MvOverPictureBoundaries:=DISABLED,ENABLED MvTemporalPredictor:=DISABLED,ENABLED TileHeight:i(64,2160) TilePadding:=NONE,PADDED TileWidth:i(256,3840) TreeblockSize:=AUTO,TREE_SIZE_32X32 MinQp:i(1,51) Deblocking:=DISABLED,ENABLED GopBReference:=DISABLED,ENABLED GopNumBFrames:i(0,3) MinBitrate:i(0,40000000) SubgopLength:=DYNAMIC,FIXED
    Hdr10Settings MaxCll:i(0,32768) MaxFall:i(0,32768)
    Hlg2020Settings
    HlsAkamaiSettings ConnectionRetryInterval:i(0,) FilecacheDuration:i(0,600) HttpTransferMode:=CHUNKED,NON_CHUNKED NumRetries:i(0,) RestartDelay:i(0,15) Salt:s Token:s
    HlsBasicPutSettings ConnectionRetryInterval:i(0,) FilecacheDuration:i(0,600) NumRetries:i(0,) RestartDelay:i(0,15)
    HlsCdnSettings HlsAkamaiSettings:HlsAkamaiSettings HlsBasicPutSettings:HlsBasicPutSettings HlsMediaStoreSettings:HlsMediaStoreSettings HlsS3Settings:HlsS3Settings HlsWebdavSettings:HlsWebdavSettings
    HlsGroupSettings AdMarkers:[=ADOBE,ELEMENTAL,ELEMENTAL_SCTE35 BaseUrlContent:s BaseUrlContent1:s BaseUrlManifest:s BaseUrlManifest1:s CaptionLanguageMappings:[CaptionLanguageMapping CaptionLanguageSetting:=INSERT,NONE,OMIT ClientCache:=DISABLED,ENABLED CodecSpecification:=RFC_4281,RFC_6381 ConstantIv:s(32,32) Destination!:OutputLocationRef DirectoryStructure:=SINGLE_DIRECTORY,SUBDIRECTORY_PER_STREAM DiscontinuityTags:=INSERT,NEVER_INSERT EncryptionType:=AES128,SAMPLE_AES HlsCdnSettings:HlsCdnSettings HlsId3SegmentTagging:=DISABLED,ENABLED IFrameOnlyPlaylists:=DISABLED,STANDARD IncompleteSegmentBehavior:=AUTO,SUPPRESS IndexNSegments:i(3,) InputLossAction:=EMIT_OUTPUT,PAUSE_OUTPUT IvInManifest:=EXCLUDE,INCLUDE IvSource:=EXPLICIT,FOLLOWS_SEGMENT_NUMBER KeepSegments:i(1,) KeyFormat:s KeyFormatVersions:s KeyProviderSettings:KeyProviderSettings ManifestCompression:=GZIP,NONE ManifestDurationFormat:=FLOATING_POINT,INTEGER MinSegmentLength:i(0,) Mode:=LIVE,VOD OutputSelection:=MANIFESTS_AND_SEGMENTS,SEGMENTS_ONLY,VARIANT_MANIFESTS_AND_SEGMENTS ProgramDateTime:=EXCLUDE,INCLUDE ProgramDateTimeClock:=INITIALIZE_FROM_OUTPUT_TIMECODE,SYSTEM_CLOCK ProgramDateTimePeriod:i(0,3600) RedundantManifest:=DISABLED,ENABLED SegmentLength:i(1,) SegmentationMode:=USE_INPUT_SEGMENTATION,USE_SEGMENT_DURATION SegmentsPerSubdirectory:i(1,) StreamInfResolution:=EXCLUDE,INCLUDE TimedMetadataId3Frame:=NONE,PRIV,TDRL TimedMetadataId3Period:i(0,) TimestampDeltaMilliseconds:i(0,) TsFileMode:=SEGMENTED_FILES,SINGLE_FILE
    HlsInputSettings Bandwidth:i(0,) BufferSegments:i(0,) Retries:i(0,) RetryInterval:i(0,) Scte35Source:=MANIFEST,SEGMENTS
    HlsMediaStoreSettings ConnectionRetryInterval:i(0,) FilecacheDuration:i(0,600) MediaStoreStorageClass:=TEMPORAL NumRetries:i(0,) RestartDelay:i(0,15)
    HlsOutputSettings H265PackagingType:=HEV1,HVC1 HlsSettings!:HlsSettings NameModifier:s(1,) SegmentModifier:s
    HlsS3Settings CannedAcl:=AUTHENTICATED_READ,BUCKET_OWNER_FULL_CONTROL,BUCKET_OWNER_READ,PUBLIC_READ
    HlsSettings AudioOnlyHlsSettings:AudioOnlyHlsSettings Fmp4HlsSettings:Fmp4HlsSettings FrameCaptureHlsSettings:FrameCaptureHlsSettings StandardHlsSettings:StandardHlsSettings
    HlsWebdavSettings ConnectionRetryInterval:i(0,) FilecacheDuration:i(0,600) HttpTransferMode:=CHUNKED,NON_CHUNKED NumRetries:i(0,) RestartDelay:i(0,15)
    HtmlMotionGraphicsSettings
    InferenceSettings FeedArn:s AudioFeedInputs:[AudioFeedInput EnrichmentMethods:[=SCTE35_ELEMENTAL_INFERENCE_QUERY_PARAMS
    InputAttachment AutomaticInputFailoverSettings:AutomaticInputFailoverSettings InputAttachmentName:s InputId:s InputSettings:InputSettings LogicalInterfaceNames:[s
    InputChannelLevel Gain!:i(-60,6) InputChannel!:i(0,15)
    InputDestinationRequest StreamName:s Network:s NetworkRoutes:[InputRequestDestinationRoute StaticIpAddress:s
    InputDeviceRequest Id:s
    InputDeviceSettings Id:s
    InputLocation PasswordParam:s Uri!:s(,2048) Username:s
    InputLossBehavior BlackFrameMsec:i(0,1000000) InputLossImageColor:s(6,6) InputLossImageSlate:InputLocation InputLossImageType:=COLOR,SLATE RepeatFrameMsec:i(0,1000000)
    InputLossFailoverSettings InputLossThresholdMsec:i(100,)
    InputRequestDestinationRoute Cidr:s Gateway:s
    InputSdpLocation MediaIndex:i SdpUrl:s
    InputSettings AudioSelectors:[AudioSelector CaptionSelectors:[CaptionSelector DeblockFilter:=DISABLED,ENABLED DenoiseFilter:=DISABLED,ENABLED FilterStrength:i(1,5) InputFilter:=AUTO,DISABLED,FORCED NetworkInputSettings:NetworkInputSettings Scte35Pid:i(32,8191) Smpte2038DataPreference:=IGNORE,PREFER SourceEndBehavior:=CONTINUE,LOOP VideoSelector:VideoSelector
    InputSourceRequest PasswordParam:s Url:s Username:s
    InputSpecification Codec:=MPEG2,AVC,HEVC,JPEGXS MaximumBitrate:=MAX_10_MBPS,MAX_20_MBPS,MAX_50_MBPS Resolution:=SD,HD,UHD
    InputVpcRequest SecurityGroupIds:[s SubnetIds!:[s
    InputWhitelistRuleCidr Cidr:s
    JpegXsInputSpecification Codec:=MPEG2,AVC,HEVC,JPEGXS MaximumBitrate:=MAX_500_MBPS Resolution:=HD
    KeyProviderSettings StaticKeySettings:StaticKeySettings
    LinkedChannelSettings FollowerChannelSettings:FollowerChannelSettings PrimaryChannelSettings:PrimaryChannelSettings
    M2tsSettings AbsentInputAudioBehavior:=DROP,ENCODE_SILENCE Arib:=DISABLED,ENABLED AribCaptionsPid:s AribCaptionsPidControl:=AUTO,USE_CONFIGURED AudioBufferModel:=ATSC,DVB AudioFramesPerPes:i(0,) AudioPids:s AudioStreamType:=ATSC,DVB Bitrate:i(0,) BufferModel:=MULTIPLEX,NONE CcDescriptor:=DISABLED,ENABLED DvbNitSettings:DvbNitSettings DvbSdtSettings:DvbSdtSettings DvbSubPids:s DvbTdtSettings:DvbTdtSettings DvbTeletextPid:s Ebif:=NONE,PASSTHROUGH EbpAudioInterval:=VIDEO_AND_FIXED_INTERVALS,VIDEO_INTERVAL EbpLookaheadMs:i(0,10000) EbpPlacement:=VIDEO_AND_AUDIO_PIDS,VIDEO_PID EcmPid:s EsRateInPes:=EXCLUDE,INCLUDE EtvPlatformPid:s EtvSignalPid:s FragmentTime:d(0,) Klv:=NONE,PASSTHROUGH KlvDataPids:s NielsenId3Behavior:=NO_PASSTHROUGH,PASSTHROUGH NullPacketBitrate:d(0,) PatInterval:i(0,1000) PcrControl:=CONFIGURED_PCR_PERIOD,PCR_EVERY_PES_PACKET PcrPeriod:i(0,500) PcrPid:s PmtInterval:i(0,1000) PmtPid:s ProgramNum:i(0,65535) RateMode:=CBR,VBR Scte27Pids:s Scte35Control:=NONE,PASSTHROUGH,SCTE_35_WITHOUT_IDR Scte35Pid:s SegmentationMarkers:=EBP,EBP_LEGACY,NONE,PSI_SEGSTART,RAI_ADAPT,RAI_SEGSTART SegmentationStyle:=MAINTAIN_CADENCE,RESET_CADENCE SegmentationTime:d(1,) TimedMetadataBehavior:=NO_PASSTHROUGH,PASSTHROUGH TimedMetadataPid:s TransportStreamId:i(0,65535) VideoPid:s Scte35PrerollPullupMilliseconds:d(0,5000)
    M3u8Settings AudioFramesPerPes:i(0,) AudioPids:s EcmPid:s NielsenId3Behavior:=NO_PASSTHROUGH,PASSTHROUGH PatInterval:i(0,1000) PcrControl:=CONFIGURED_PCR_PERIOD,PCR_EVERY_PES_PACKET PcrPeriod:i(0,500) PcrPid:s PmtInterval:i(0,1000) PmtPid:s ProgramNum:i(0,65535) Scte35Behavior:=NO_PASSTHROUGH,PASSTHROUGH Scte35Pid:s TimedMetadataBehavior:=NO_PASSTHROUGH,PASSTHROUGH TimedMetadataPid:s TransportStreamId:i(0,65535) VideoPid:s KlvBehavior:=NO_PASSTHROUGH,PASSTHROUGH KlvDataPids:s
    MaintenanceCreateSettings MaintenanceDay:=MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY MaintenanceStartTime:s
    MaintenanceUpdateSettings MaintenanceDay:=MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY MaintenanceScheduledDate:s MaintenanceStartTime:s
    MediaConnectFlowRequest FlowArn:s
    MediaConnectRouterContainerSettings M2tsSettings:M2tsSettings
    MediaConnectRouterGroupSettings AvailabilityZones:[s
    MediaConnectRouterOutputConnectionMap Pipeline0:s Pipeline1:s
    MediaConnectRouterOutputDestinationSettings EncryptionType:=AUTOMATIC,SECRETS_MANAGER SecretArn:s
    MediaConnectRouterOutputSettings ConnectedRouterInputs:MediaConnectRouterOutputConnectionMap ContainerSettings!:MediaConnectRouterContainerSettings Destination!:OutputLocationRef
    MediaPackageAdditionalDestinations Destination!:OutputLocationRef
    MediaPackageGroupSettings Destination!:OutputLocationRef MediapackageV2GroupSettings:MediaPackageV2GroupSettings
    MediaPackageOutputDestinationSettings ChannelId:s(1,) ChannelGroup:s(1,) ChannelName:s(1,) ChannelEndpointId:s(1,) MediaPackageRegionName:s(1,)
    MediaPackageOutputSettings MediaPackageV2DestinationSettings:MediaPackageV2DestinationSettings
    MediaPackageV2AbWatermarkerIrdetoSettings AdditionalDestinationsAlternateDestinations:[OutputLocationRef AlternateDestination!:OutputLocationRef CustomProfile:AbWatermarkingCustomProfile License:s OperatorId!:i(1,511) PolyPeriod:i(1,1000) Profile!:=CAMCORDING,CUSTOM,DEFAULT,HQ,MEZZANINE,ROBUST WatermarkIdLength:=ID_2048,ID_512
    MediaPackageV2DestinationSettings AudioGroupId:s AudioRenditionSets:s HlsAutoSelect:=NO,OMIT,YES HlsDefault:=NO,OMIT,YES OutputUsage:[=MULTIVIEW_EQUAL_SIZE_VIEW,MULTIVIEW_PRIMARY_VIEW,MULTIVIEW_SECONDARY_VIEW
    MediaPackageV2GroupSettings CaptionLanguageMappings:[CaptionLanguageMapping Id3Behavior:=DISABLED,ENABLED KlvBehavior:=NO_PASSTHROUGH,PASSTHROUGH NielsenId3Behavior:=NO_PASSTHROUGH,PASSTHROUGH Scte35Type:=NONE,SCTE_35_WITHOUT_SEGMENTATION,SCTE_35_WITHOUT_IDR SegmentLength:i(1,) SegmentLengthUnits:=MILLISECONDS,SECONDS TimedMetadataId3Frame:=NONE,PRIV,TDRL TimedMetadataId3Period:i(0,10000) TimedMetadataPassthrough:=DISABLED,ENABLED AdditionalDestinations:[MediaPackageAdditionalDestinations WatermarkingSettings:MediaPackageV2WatermarkingSettings CaptionLanguageSetting:=AUTO,NONE
    MediaPackageV2WatermarkingSettings MediaPackageV2AbWatermarkerIrdetoSettings:MediaPackageV2AbWatermarkerIrdetoSettings
    MotionGraphicsConfiguration MotionGraphicsInsertion:=DISABLED,ENABLED MotionGraphicsSettings!:MotionGraphicsSettings
    MotionGraphicsSettings HtmlMotionGraphicsSettings:HtmlMotionGraphicsSettings
    Mp2Settings Bitrate:d CodingMode:=CODING_MODE_1_0,CODING_MODE_2_0 SampleRate:d
    Mpeg2FilterSettings TemporalFilterSettings:TemporalFilterSettings
    Mpeg2Settings AdaptiveQuantization:=AUTO,HIGH,LOW,MEDIUM,OFF AfdSignaling:=AUTO,FIXED,NONE ColorMetadata:=IGNORE,INSERT ColorSpace:=AUTO,PASSTHROUGH DisplayAspectRatio:=DISPLAYRATIO16X9,DISPLAYRATIO4X3 FilterSettings:Mpeg2FilterSettings FixedAfd:=AFD_0000,AFD_0010,AFD_0011,AFD_0100,AFD_1000,AFD_1001,AFD_1010,AFD_1011,AFD_1101,AFD_1110,AFD_1111 FramerateDenominator!:i(1,) FramerateNumerator!:i(1,) GopClosedCadence:i(0,) GopNumBFrames:i(0,7) GopSize:d GopSizeUnits:=FRAMES,SECONDS ScanType:=INTERLACED,PROGRESSIVE SubgopLength:=DYNAMIC,FIXED TimecodeInsertion:=DISABLED,GOP_TIMECODE TimecodeBurninSettings:TimecodeBurninSettings
    MsSmoothGroupSettings AcquisitionPointId:s AudioOnlyTimecodeControl:=PASSTHROUGH,USE_CONFIGURED_CLOCK CertificateMode:=SELF_SIGNED,VERIFY_AUTHENTICITY ConnectionRetryInterval:i(0,) Destination!:OutputLocationRef EventId:s EventIdMode:=NO_EVENT_ID,USE_CONFIGURED,USE_TIMESTAMP EventStopBehavior:=NONE,SEND_EOS FilecacheDuration:i(0,) FragmentLength:i(1,) InputLossAction:=EMIT_OUTPUT,PAUSE_OUTPUT NumRetries:i(0,) RestartDelay:i(0,) SegmentationMode:=USE_INPUT_SEGMENTATION,USE_SEGMENT_DURATION SendDelayMs:i(0,10000) SparseTrackType:=NONE,SCTE_35,SCTE_35_WITHOUT_SEGMENTATION StreamManifestBehavior:=DO_NOT_SEND,SEND TimestampOffset:s TimestampOffsetMode:=USE_CONFIGURED_OFFSET,USE_EVENT_START_DATE
    MsSmoothOutputSettings H265PackagingType:=HEV1,HVC1 NameModifier:s
    MulticastInputSettings SourceIpAddress:s
    MulticastSettingsCreateRequest Sources:[MulticastSourceCreateRequest
    MulticastSettingsUpdateRequest Sources:[MulticastSourceUpdateRequest
    MulticastSourceCreateRequest SourceIp:s Url!:s SecondarySourceIp:s SecondaryUrl:s
    MulticastSourceUpdateRequest SourceIp:s Url!:s SecondarySourceIp:s SecondaryUrl:s
    MultiplexContainerSettings MultiplexM2tsSettings:MultiplexM2tsSettings
    MultiplexGroupSettings
    MultiplexM2tsSettings AbsentInputAudioBehavior:=DROP,ENCODE_SILENCE Arib:=DISABLED,ENABLED AudioBufferModel:=ATSC,DVB AudioFramesPerPes:i(0,) AudioStreamType:=ATSC,DVB CcDescriptor:=DISABLED,ENABLED Ebif:=NONE,PASSTHROUGH EsRateInPes:=EXCLUDE,INCLUDE Klv:=NONE,PASSTHROUGH NielsenId3Behavior:=NO_PASSTHROUGH,PASSTHROUGH PcrControl:=CONFIGURED_PCR_PERIOD,PCR_EVERY_PES_PACKET PcrPeriod:i(0,500) Scte35Control:=NONE,PASSTHROUGH,SCTE_35_WITHOUT_IDR Scte35PrerollPullupMilliseconds:d(0,5000)
    MultiplexOutputSettings Destination!:OutputLocationRef ContainerSettings:MultiplexContainerSettings
    MultiplexProgramChannelDestinationSettings MultiplexId:s(1,) ProgramName:s(1,)
    NetworkInputSettings HlsInputSettings:HlsInputSettings ServerValidation:=CHECK_CRYPTOGRAPHY_AND_VALIDATE_NAME,CHECK_CRYPTOGRAPHY_ONLY MulticastInputSettings:MulticastInputSettings
    NielsenCBET CbetCheckDigitString!:s(2,2) CbetStepaside!:=DISABLED,ENABLED Csid!:s(1,7)
    NielsenConfiguration DistributorId:s NielsenPcmToId3Tagging:=DISABLED,ENABLED
    NielsenNaesIiNw CheckDigitString!:s(2,2) Sid!:d(1,65535) Timezone:=AMERICA_PUERTO_RICO,US_ALASKA,US_ARIZONA,US_CENTRAL,US_EASTERN,US_HAWAII,US_MOUNTAIN,US_PACIFIC,US_SAMOA,UTC
    NielsenNwOnly CheckDigitString!:s(2,2) Sid!:d(1,65535) Timezone:=AMERICA_PUERTO_RICO,US_ALASKA,US_ARIZONA,US_CENTRAL,US_EASTERN,US_HAWAII,US_MOUNTAIN,US_PACIFIC,US_SAMOA,UTC
    NielsenWatermarksSettings NielsenCbetSettings:NielsenCBET NielsenDistributionType:=FINAL_DISTRIBUTOR,PROGRAM_CONTENT NielsenNaesIiNwSettings:NielsenNaesIiNw NielsenNwOnlySettings:NielsenNwOnly
    NoneFilterSettings
    Output AudioDescriptionNames:[s CaptionDescriptionNames:[s OutputName:s(1,255) OutputSettings!:OutputSettings VideoDescriptionName:s
    OutputDestination Id:s MediaPackageSettings:[MediaPackageOutputDestinationSettings MultiplexSettings:MultiplexProgramChannelDestinationSettings Settings:[OutputDestinationSettings SrtSettings:[SrtOutputDestinationSettings LogicalInterfaceNames:[s MediaConnectRouterSettings:[MediaConnectRouterOutputDestinationSettings
    OutputDestinationSettings PasswordParam:s StreamName:s Url:s Username:s VirtualSourceAddress:s
    OutputGroup Name:s(,32) OutputGroupSettings!:OutputGroupSettings Outputs!:[Output
    OutputGroupSettings ArchiveGroupSettings:ArchiveGroupSettings FrameCaptureGroupSettings:FrameCaptureGroupSettings HlsGroupSettings:HlsGroupSettings MediaPackageGroupSettings:MediaPackageGroupSettings MsSmoothGroupSettings:MsSmoothGroupSettings MultiplexGroupSettings:MultiplexGroupSettings RtmpGroupSettings:RtmpGroupSettings UdpGroupSettings:UdpGroupSettings CmafIngestGroupSettings:CmafIngestGroupSettings SrtGroupSettings:SrtGroupSettings MediaConnectRouterGroupSettings:MediaConnectRouterGroupSettings
    OutputLocationRef DestinationRefId:s
    OutputLockingSettings EpochLockingSettings:EpochLockingSettings PipelineLockingSettings:PipelineLockingSettings DisabledLockingSettings:DisabledLockingSettings
    OutputSettings ArchiveOutputSettings:ArchiveOutputSettings FrameCaptureOutputSettings:FrameCaptureOutputSettings HlsOutputSettings:HlsOutputSettings MediaPackageOutputSettings:MediaPackageOutputSettings MsSmoothOutputSettings:MsSmoothOutputSettings MultiplexOutputSettings:MultiplexOutputSettings RtmpOutputSettings:RtmpOutputSettings UdpOutputSettings:UdpOutputSettings CmafIngestOutputSettings:CmafIngestOutputSettings SrtOutputSettings:SrtOutputSettings MediaConnectRouterOutputSettings:MediaConnectRouterOutputSettings
    PassThroughSettings
    PerceptualFilterSettings Strength!:=STRENGTH_1,STRENGTH_2
    PipelineLockingSettings PipelineLockingMethod:=SOURCE_TIMECODE,VIDEO_ALIGNMENT CustomEpoch:s
    PrimaryChannelSettings LinkedChannelType:=FOLLOWING_CHANNEL,PRIMARY_CHANNEL
    RawSettings
    Rec601Settings
    Rec709Settings
    RemixSettings ChannelMappings!:[AudioChannelMapping ChannelsIn:i(1,16) ChannelsOut:i(1,8)
    RouterDestinationSettings AvailabilityZoneName!:s
    RouterSettings Destinations:[RouterDestinationSettings EncryptionType:=AUTOMATIC,SECRETS_MANAGER SecretArn:s
    RtmpCaptionInfoDestinationSettings
    RtmpGroupSettings AdMarkers:[=ON_CUE_POINT_SCTE35 AuthenticationScheme:=AKAMAI,COMMON CacheFullBehavior:=DISCONNECT_IMMEDIATELY,WAIT_FOR_SERVER CacheLength:i(30,) CaptionData:=ALL,FIELD1_608,FIELD1_AND_FIELD2_608 InputLossAction:=EMIT_OUTPUT,PAUSE_OUTPUT RestartDelay:i(0,) IncludeFillerNalUnits:=AUTO,DROP,INCLUDE
    RtmpOutputSettings CertificateMode:=SELF_SIGNED,VERIFY_AUTHENTICITY ConnectionRetryInterval:i(1,) Destination!:OutputLocationRef NumRetries:i(0,)
    Scte20PlusEmbeddedDestinationSettings
    Scte20SourceSettings Convert608To708:=DISABLED,UPCONVERT Source608ChannelNumber:i(1,4)
    Scte27DestinationSettings
    Scte27SourceSettings OcrLanguage:=DEU,ENG,FRA,NLD,POR,SPA Pid:i(1,)
    Scte35SpliceInsert AdAvailOffset:i(-1000,1000) NoRegionalBlackoutFlag:=FOLLOW,IGNORE WebDeliveryAllowedFlag:=FOLLOW,IGNORE
    Scte35TimeSignalApos AdAvailOffset:i(-1000,1000) NoRegionalBlackoutFlag:=FOLLOW,IGNORE WebDeliveryAllowedFlag:=FOLLOW,IGNORE
    SmartSubtitleSourceSettings CaptionSynchronizationMode:=NO_VIDEO_DELAY,VIDEO_ALIGNED_CAPTIONS InferenceFeedOutput:s
    Smpte2110ReceiverGroup SdpSettings:Smpte2110ReceiverGroupSdpSettings
    Smpte2110ReceiverGroupSdpSettings AncillarySdps:[InputSdpLocation AudioSdps:[InputSdpLocation VideoSdp:InputSdpLocation
    Smpte2110ReceiverGroupSettings Smpte2110ReceiverGroups:[Smpte2110ReceiverGroup
    SmpteTtDestinationSettings
    SpecialRouterSettings RouterArn:s
    SrtCallerDecryptionRequest Algorithm:=AES128,AES192,AES256 PassphraseSecretArn:s
    SrtCallerSourceRequest Decryption:SrtCallerDecryptionRequest MinimumLatency:i SrtListenerAddress:s SrtListenerPort:s StreamId:s
    SrtGroupSettings InputLossAction:=DROP_PROGRAM,DROP_TS,EMIT_PROGRAM
    SrtListenerDecryptionRequest Algorithm!:=AES128,AES192,AES256 PassphraseSecretArn!:s
    SrtListenerSettingsRequest Decryption!:SrtListenerDecryptionRequest MinimumLatency!:i StreamId:s
    SrtOutputDestinationSettings EncryptionPassphraseSecretArn:s StreamId:s Url:s ConnectionMode:=CALLER,LISTENER ListenerPort:i(1,65535)
    SrtOutputSettings BufferMsec:i(0,10000) ContainerSettings!:UdpContainerSettings Destination!:OutputLocationRef EncryptionType:=AES128,AES192,AES256 Latency:i(40,16000)
    SrtSettingsRequest SrtCallerSources:[SrtCallerSourceRequest SrtListenerSettings:SrtListenerSettingsRequest
    StandardHlsSettings AudioRenditionSets:s M3u8Settings!:M3u8Settings
    StaticKeySettings KeyProviderServer:InputLocation StaticKeyValue!:s(32,32)
    TeletextDestinationSettings
    TeletextSourceSettings OutputRectangle:CaptionRectangle PageNumber:s
    TemporalFilterSettings PostFilterSharpening:=AUTO,DISABLED,ENABLED Strength:=AUTO,STRENGTH_1,STRENGTH_2,STRENGTH_3,STRENGTH_4,STRENGTH_5,STRENGTH_6,STRENGTH_7,STRENGTH_8,STRENGTH_9,STRENGTH_10,STRENGTH_11,STRENGTH_12,STRENGTH_13,STRENGTH_14,STRENGTH_15,STRENGTH_16
    TextCaptionPositionSettings YPositionPercentage:i(0,100)
    ThumbnailConfiguration State!:=AUTO,DISABLED
    TimecodeBurninSettings FontSize!:=EXTRA_SMALL_10,LARGE_48,MEDIUM_32,SMALL_16 Position!:=BOTTOM_CENTER,BOTTOM_LEFT,BOTTOM_RIGHT,MIDDLE_CENTER,MIDDLE_LEFT,MIDDLE_RIGHT,TOP_CENTER,TOP_LEFT,TOP_RIGHT Prefix:s(,255)
    TimecodeConfig Source!:=EMBEDDED,SYSTEMCLOCK,ZEROBASED SyncThreshold:i(1,1000000)
    TtmlDestinationSettings StyleControl:=PASSTHROUGH,USE_CONFIGURED,MANUAL Position:TextCaptionPositionSettings
    UdpContainerSettings M2tsSettings:M2tsSettings
    UdpGroupSettings InputLossAction:=DROP_PROGRAM,DROP_TS,EMIT_PROGRAM TimedMetadataId3Frame:=NONE,PRIV,TDRL TimedMetadataId3Period:i(0,)
    UdpOutputSettings BufferMsec:i(0,10000) ContainerSettings!:UdpContainerSettings Destination!:OutputLocationRef FecOutputSettings:FecOutputSettings
    UpdateChannelClassRequest ChannelClass!:=STANDARD,SINGLE_PIPELINE ChannelId!:s Destinations:[OutputDestination
    UpdateChannelRequest CdiInputSpecification:CdiInputSpecification ChannelId!:s Destinations:[OutputDestination EncoderSettings:EncoderSettings InputAttachments:[InputAttachment InputSpecification:InputSpecification LogLevel:=ERROR,WARNING,INFO,DEBUG,DISABLED Maintenance:MaintenanceUpdateSettings Name:s RoleArn:s ChannelEngineVersion:ChannelEngineVersionRequest DryRun:b AnywhereSettings:AnywhereSettings LinkedChannelSettings:LinkedChannelSettings ChannelSecurityGroups:[s InferenceSettings:InferenceSettings SpecialRouterSettings:SpecialRouterSettings JpegXsInputSpecification:JpegXsInputSpecification
    UpdateInputRequest Destinations:[InputDestinationRequest InputDevices:[InputDeviceRequest InputId!:s InputSecurityGroups:[s MediaConnectFlows:[MediaConnectFlowRequest Name:s RoleArn:s Sources:[InputSourceRequest SrtSettings:SrtSettingsRequest MulticastSettings:MulticastSettingsUpdateRequest Smpte2110ReceiverGroupSettings:Smpte2110ReceiverGroupSettings SdiSources:[s SpecialRouterSettings:SpecialRouterSettings
    UpdateInputSecurityGroupRequest InputSecurityGroupId!:s Tags:{ WhitelistRules:[InputWhitelistRuleCidr
    VideoBlackFailoverSettings BlackDetectThreshold:d(0,1) VideoBlackThresholdMsec:i(1000,)
    VideoCodecSettings FrameCaptureSettings:FrameCaptureSettings H264Settings:H264Settings H265Settings:H265Settings Mpeg2Settings:Mpeg2Settings Av1Settings:Av1Settings
    VideoDescription CodecSettings:VideoCodecSettings Height:i Name!:s RespondToAfd:=NONE,PASSTHROUGH,RESPOND ScalingBehavior:=DEFAULT,STRETCH_TO_OUTPUT,SMART_CROP Sharpness:i(0,100) Width:i CropRectangle:VideoPositionRectangle OutputPositionRectangle:VideoPositionRectangle Border:i(0,100)
    VideoPositionRectangle Height!:i(2,8192) Width!:i(2,8192) X!:i(0,8190) Y!:i(0,8190)
    VideoSelector ColorSpace:=FOLLOW,HDR10,HLG_2020,REC_601,REC_709 ColorSpaceSettings:VideoSelectorColorSpaceSettings ColorSpaceUsage:=FALLBACK,FORCE SelectorSettings:VideoSelectorSettings
    VideoSelectorColorSpaceSettings Hdr10Settings:Hdr10Settings
    VideoSelectorPid Pid:i(0,8191)
    VideoSelectorProgramId ProgramId:i(0,65536)
    VideoSelectorSettings VideoSelectorPid:VideoSelectorPid VideoSelectorProgramId:VideoSelectorProgramId
    VpcOutputSettings PublicAddressAllocationIds:[s SecurityGroupIds:[s SubnetIds!:[s
    WavSettings BitDepth:d CodingMode:=CODING_MODE_1_0,CODING_MODE_2_0,CODING_MODE_4_0,CODING_MODE_8_0 SampleRate:d
    WebvttDestinationSettings StyleControl:=NO_STYLE_DATA,PASSTHROUGH,MANUAL Position:TextCaptionPositionSettings
    WebvttSourceSettings GroupId:s(1,) Name:s(1,)
    # mediapackagev2 2022-12-25
    MediaPackageContentKeyPeriodConfiguration ContentKeyPeriodTiming:=INDEX_ONLY,START_END_ONLY,INDEX_WITH_START_END
    MediaPackageCreateChannelGroupRequest ChannelGroupName!:s(1,256)/[a-zA-Z0-9_-]+ Description:s(0,1024) Tags:{
    MediaPackageCreateChannelRequest ChannelGroupName!:s(1,256)/[a-zA-Z0-9_-]+ ChannelName!:s(1,256)/[a-zA-Z0-9_-]+ InputType:=HLS,CMAF,MULTIVIEW Description:s(0,1024) InputSwitchConfiguration:MediaPackageInputSwitchConfiguration OutputHeaderConfiguration:MediaPackageOutputHeaderConfiguration MultiviewConfiguration:MediaPackageMultiviewConfiguration OutputLockingMode:=EPOCH_LOCKED,NON_EPOCH_LOCKED Tags:{
    MediaPackageCreateOriginEndpointRequest ChannelGroupName!:s(1,256)/[a-zA-Z0-9_-]+ ChannelName!:s(1,256)/[a-zA-Z0-9_-]+ OriginEndpointName!:s(1,256)/[a-zA-Z0-9_-]+ ContainerType!:=TS,CMAF,ISM Segment:MediaPackageSegment Description:s(0,1024) StartoverWindowSeconds:i(0,1209600) HlsManifests:[MediaPackageHlsManifestConfiguration LowLatencyHlsManifests:[MediaPackageLowLatencyHlsManifestConfiguration DashManifests:[MediaPackageDashManifestConfiguration MssManifests:[MediaPackageMssManifestConfiguration ForceEndpointErrorConfiguration:MediaPackageForceEndpointErrorConfiguration UriSeparator:=UNDERSCORE,HYPHEN StreamNameOutputMode:=INDEX,PASSTHROUGH_NAME Tags:{
    MediaPackageDashAvailabilityStartTimeConfiguration| FixedAvailabilityStartTime:*
    MediaPackageDashBaseUrl Url!:s(1,2048) ServiceLocation:s(1,2048) DvbPriority:i(1,15000) DvbWeight:i(1,15000)
    MediaPackageDashDvbFontDownload Url:s(1,2048) MimeType:s(1,256)/[a-zA-Z0-9][a-zA-Z0-9_/-]*[a-zA-Z0-9] FontFamily:s(1,256)
    MediaPackageDashDvbMetricsReporting ReportingUrl!:s(1,2048) Probability:i(1,1000)
    MediaPackageDashDvbSettings FontDownload:MediaPackageDashDvbFontDownload ErrorMetrics:[(0,20)MediaPackageDashDvbMetricsReporting
    MediaPackageDashManifestConfiguration ManifestName!:s(1,256)/[a-zA-Z0-9-]+ ManifestWindowSeconds:i(30,) FilterConfiguration:MediaPackageFilterConfiguration MinUpdatePeriodSeconds:i(1,3600) MinBufferTimeSeconds:i(0,3600) SuggestedPresentationDelaySeconds:i(0,3600) SegmentTemplateFormat:=NUMBER_WITH_TIMELINE PeriodTriggers:[(0,100)=AVAILS,DRM_KEY_ROTATION,SOURCE_CHANGES,SOURCE_DISRUPTIONS,NONE ScteDash:MediaPackageScteDash DrmSignaling:=INDIVIDUAL,REFERENCED UtcTiming:MediaPackageDashUtcTiming Profiles:[(0,5)=DVB_DASH BaseUrls:[(0,20)MediaPackageDashBaseUrl ProgramInformation:MediaPackageDashProgramInformation DvbSettings:MediaPackageDashDvbSettings Compactness:=STANDARD,NONE BandwidthReportingMode:=AVERAGE,MAX AudioTimelinePattern:=NONE,PATTERNED SubtitleConfiguration:MediaPackageDashSubtitleConfiguration UriPathType:=LEAF,ROOT AvailabilityStartTimeConfiguration:MediaPackageDashAvailabilityStartTimeConfiguration
    MediaPackageDashProgramInformation Title:s(1,2048) Source:s(1,2048) Copyright:s(1,2048) LanguageCode:s(2,5)/[a-zA-Z0-9][a-zA-Z0-9_-]*[a-zA-Z0-9] MoreInformationUrl:s(1,2048)
    MediaPackageDashSubtitleConfiguration TtmlConfiguration:MediaPackageDashTtmlConfiguration
    MediaPackageDashTtmlConfiguration TtmlProfile!:=IMSC_1,EBU_TT_D_101
    MediaPackageDashUtcTiming TimingMode:=HTTP_HEAD,HTTP_ISO,HTTP_XSDATE,UTC_DIRECT TimingSource:s(1,1024)
    MediaPackageEncryption ConstantInitializationVector:s(32,32)/[0-9a-fA-F]+ EncryptionMethod!:MediaPackageEncryptionMethod KeyRotationIntervalSeconds:i(300,31536000) CmafExcludeSegmentDrmMetadata:b SpekeKeyProvider!:MediaPackageSpekeKeyProvider
    MediaPackageEncryptionContractConfiguration PresetSpeke20Audio!:=PRESET_AUDIO_1,PRESET_AUDIO_2,PRESET_AUDIO_3,SHARED,UNENCRYPTED PresetSpeke20Video!:=PRESET_VIDEO_1,PRESET_VIDEO_2,PRESET_VIDEO_3,PRESET_VIDEO_4,PRESET_VIDEO_5,PRESET_VIDEO_6,PRESET_VIDEO_7,PRESET_VIDEO_8,SHARED,UNENCRYPTED
    MediaPackageEncryptionMethod TsEncryptionMethod:=AES_128,SAMPLE_AES CmafEncryptionMethod:=CENC,CBCS IsmEncryptionMethod:=CENC
    MediaPackageFilterConfiguration ManifestFilter:s(1,1024) DrmSettings:s(1,1024) Start:* End:* TimeDelaySeconds:i(0,1209600) ClipStartTime:* Multiview:MediaPackageMultiviewFilterConfiguration
    MediaPackageForceEndpointErrorConfiguration EndpointErrorConditions:[=STALE_MANIFEST,INCOMPLETE_MANIFEST,MISSING_DRM_KEY,SLATE_INPUT
    MediaPackageHlsManifestConfiguration ManifestName!:s(1,256)/[a-zA-Z0-9-]+ ChildManifestName:s(1,256)/[a-zA-Z0-9-]+ ScteHls:MediaPackageScteHls StartTag:MediaPackageStartTag ManifestWindowSeconds:i(30,) ProgramDateTimeIntervalSeconds:i(1,1209600) FilterConfiguration:MediaPackageFilterConfiguration UrlEncodeChildManifest:b UriPathType:=LEAF,ROOT
    MediaPackageInputSwitchConfiguration MQCSInputSwitching:b PreferredInput:i(1,2)
    MediaPackageLowLatencyHlsManifestConfiguration ManifestName!:s(1,256)/[a-zA-Z0-9-]+ ChildManifestName:s(1,256)/[a-zA-Z0-9-]+ ScteHls:MediaPackageScteHls StartTag:MediaPackageStartTag ManifestWindowSeconds:i(30,) ProgramDateTimeIntervalSeconds:i(1,1209600) FilterConfiguration:MediaPackageFilterConfiguration UrlEncodeChildManifest:b UriPathType:=LEAF,ROOT
    MediaPackageMssManifestConfiguration ManifestName!:s(1,256)/[a-zA-Z0-9-]+ ManifestWindowSeconds:i(30,) FilterConfiguration:MediaPackageFilterConfiguration ManifestLayout:=FULL,COMPACT
    MediaPackageMultiviewConfiguration AvailableSources!:[(1,50)s(1,256)/[a-zA-Z0-9_-]+ AvailableLayouts!:[(1,6)=LAYOUT_2EH,LAYOUT_2PL,LAYOUT_3EL,LAYOUT_3PL,LAYOUT_4E,LAYOUT_4PL
    MediaPackageMultiviewFilterConfiguration Layout!:=LAYOUT_2EH,LAYOUT_2PL,LAYOUT_3EL,LAYOUT_3PL,LAYOUT_4E,LAYOUT_4PL Sources!:[(1,50)s(1,256)/[a-zA-Z0-9_-]+
    MediaPackageOutputHeaderConfiguration PublishMQCS:b
    MediaPackageScte ScteFilter:[(0,100)=SPLICE_INSERT,BREAK,PROVIDER_ADVERTISEMENT,DISTRIBUTOR_ADVERTISEMENT,PROVIDER_PLACEMENT_OPPORTUNITY,DISTRIBUTOR_PLACEMENT_OPPORTUNITY,PROVIDER_OVERLAY_PLACEMENT_OPPORTUNITY,DISTRIBUTOR_OVERLAY_PLACEMENT_OPPORTUNITY,PROGRAM,CHAPTER,UNSCHEDULED_EVENT,ALTERNATE_CONTENT_OPPORTUNITY,NETWORK,PROVIDER_PROMO,DISTRIBUTOR_PROMO,PROVIDER_AD_BLOCK,DISTRIBUTOR_AD_BLOCK,CONTENT_IDENTIFICATION,CALL_AD_SERVER ScteInSegments:=NONE,ALL,MATCHES_FILTER CustomAdTypes:[(0,25)=PROGRAM,CHAPTER,UNSCHEDULED_EVENT,ALTERNATE_CONTENT_OPPORTUNITY,NETWORK
    MediaPackageScteDash AdMarkerDash:=BINARY,XML ScteInManifests:=ALL,MATCHES_FILTER
    MediaPackageScteHls AdMarkerHls:=DATERANGE,SCTE35_ENHANCED ScteInManifests:=ALL,MATCHES_FILTER
    MediaPackageSegment SegmentDurationSeconds:i(1,30) SegmentName:s(1,256)/[a-zA-Z0-9_-]+ TsUseAudioRenditionGroup:b IncludeIframeOnlyStreams:b TsIncludeDvbSubtitles:b Scte:MediaPackageScte Encryption:MediaPackageEncryption OutputTimestampMode:=PASSTHROUGH,REBASED_TO_CHANNEL_START
    MediaPackageSpekeKeyProvider EncryptionContractConfiguration!:MediaPackageEncryptionContractConfiguration ResourceId!:s(1,256)/[0-9a-zA-Z_-]+ DrmSystems!:[(1,4)=CLEAR_KEY_AES_128,FAIRPLAY,PLAYREADY,WIDEVINE,IRDETO RoleArn!:s(1,2048) Url!:s(1,1024) CertificateArn:s(20,2048)/arn:([^:\n]+):acm:([^:\n]+):([0-9]+):certificate/[a-zA-Z0-9-_]+ SpekeVersion:=V2_0,V2_1 ContentKeyPeriodConfiguration:MediaPackageContentKeyPeriodConfiguration
    MediaPackageStartTag TimeOffset!:d Precise:b
    MediaPackageUpdateChannelRequest ChannelGroupName!:s(1,256)/[a-zA-Z0-9_-]+ ChannelName!:s(1,256)/[a-zA-Z0-9_-]+ Description:s(0,1024) InputSwitchConfiguration:MediaPackageInputSwitchConfiguration OutputHeaderConfiguration:MediaPackageOutputHeaderConfiguration MultiviewConfiguration:MediaPackageMultiviewConfiguration
    MediaPackageUpdateOriginEndpointRequest ChannelGroupName!:s(1,256)/[a-zA-Z0-9_-]+ ChannelName!:s(1,256)/[a-zA-Z0-9_-]+ OriginEndpointName!:s(1,256)/[a-zA-Z0-9_-]+ ContainerType!:=TS,CMAF,ISM Segment:MediaPackageSegment Description:s(0,1024) StartoverWindowSeconds:i(0,1209600) HlsManifests:[MediaPackageHlsManifestConfiguration LowLatencyHlsManifests:[MediaPackageLowLatencyHlsManifestConfiguration DashManifests:[MediaPackageDashManifestConfiguration MssManifests:[MediaPackageMssManifestConfiguration ForceEndpointErrorConfiguration:MediaPackageForceEndpointErrorConfiguration UriSeparator:=UNDERSCORE,HYPHEN StreamNameOutputMode:=INDEX,PASSTHROUGH_NAME
    """#
}
