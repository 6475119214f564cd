"""botocore, and the limits of its service models of AWS Elemental MediaLive and MediaPackage v2."""
# pip: 'botocore>=1.44,<2'
# imports: botocore

import botocore.session

from botocore_model import answer

OPERATIONS = {
    "create-input-security-group": ("medialive", "CreateInputSecurityGroup"), "create-input": ("medialive", "CreateInput"),
    "create-channel": ("medialive", "CreateChannel"), "update-channel": ("medialive", "UpdateChannel"), "update-channel-class": ("medialive", "UpdateChannelClass"),
    "update-input": ("medialive", "UpdateInput"), "update-input-security-group": ("medialive", "UpdateInputSecurityGroup"),
    "mediapackage-channel-group": ("mediapackagev2", "CreateChannelGroup"), "mediapackage-channel": ("mediapackagev2", "CreateChannel"),
    "mediapackage-origin-endpoint": ("mediapackagev2", "CreateOriginEndpoint"), "update-mediapackage-channel": ("mediapackagev2", "UpdateChannel"),
    "update-mediapackage-origin-endpoint": ("mediapackagev2", "UpdateOriginEndpoint"),
}
SESSION = botocore.session.Session()
MODELS = {service: SESSION.get_service_model(service) for service in ("medialive", "mediapackagev2")}

EXPLANATIONS = {
    "rung": {
        "medialive/union-not-one": "VideoCodecSettings and the like have one kind of settings; the model does not mark them as unions",
        "medialive/description-not-defined": "Output.VideoDescriptionName: 'The name of the VideoDescription used as the source for this output'; the model has no such condition",
        "medialive/destination-not-defined": "OutputDestination.Id: 'This is used in an output group or an output'; the model has no such condition",
        "medialive/name-twice": "VideoDescription.Name: 'Description names should be unique within this Live Event'; the model has no such condition",
        "medialive/name-modifier-twice": "ArchiveOutputSettings.NameModifier: 'Required for multiple outputs of the same type'; the model has no such condition",
        "medialive/audio-selector-not-defined": "AudioDescription.AudioSelectorName: 'The name of the AudioSelector used as the source'; the model has no such condition",
        "medialive/destinations-not-of-class": "OutputDestination.Settings: 'one destination for each redundant encoder'; the model has no such condition",
        "medialive/bitrate-of-mode-missing": "H264Settings.Bitrate: 'Required when the rate control mode is VBR or CBR'; the model has no such condition",
        "medialive/keep-below-index": "HlsGroupSettings.KeepSegments: 'This number should be bigger than indexNSegments'; the model has no such condition",
        "medialive/gop-size-not-of-units": "H264Settings.GopSize: 'If gopSizeUnits is frames, gopSize must be an integer'; the model has no such condition",
        "medialive/input-without-group": "CreateInput.InputSecurityGroups; the model has no such condition",
        "medialive/input-sources-misplaced": "CreateInput.Sources: 'Only specify sources for PULL type Inputs. Leave Destinations empty'; the model has no such condition",
        "medialive/segment-not-whole-seconds": "Segment.SegmentDurationSeconds: 1 to 30; a channel's segments go to an endpoint, and the model has no such condition",
        "ladder/gop-not-whole": "H264Settings.GopSize: the encoder converts seconds into frames, and segments need whole GOPs; the model has no such condition",
        "ladder/hdr-in-8-bits": "Rec. ITU-R BT.2100: HDR has 10 bits or more; the model has no such condition",
        "ladder/level-too-low": "Rec. ITU-T H.264, Annex A: a level limits size and rate; the model has no such condition",
        "medialive/value-not-readable": "InputWhitelistRuleCidr.Cidr: 'The IPv4 CIDR to whitelist'; the model takes any text",
        "medialive/value-out-of-range": "SrtListenerSettingsRequest.MinimumLatency: 'Range 120-15000'; the model's number has no range",
        "medialive/wrong-field-type": "OutputDestinationSettings.Url, Description: an empty text says nothing; the model has no least length",
        "spec/codec-not-in-mpegts": "HlsSettings.StandardHlsSettings: MPEG-TS segments, which have no AV1; the model has no such condition",
        "ladder/odd-dimensions": "VideoDescription.Width: 'Output video width, in pixels. Must be an even number'; the model has no such condition",
        "ladder/buffer-below-one-frame": "H264Settings.BufSize: 'Size of buffer (HRD buffer model) in bits'; the model has no such condition",
        "medialive/output-of-another-group": "OutputSettings: 'Output type-specific settings'; the model has no such condition",
    },
    "judge": [
        {"path": "^[a-z-]+:/(Arn|Id|State|EgressEndpoints|PipelineDetails|PipelinesRunningCount|AttachedChannels|InputClass|ETag|CreatedAt|ModifiedAt|ResetAt|EgressDomain|IngestEndpoints)(/|$)", "why": "fields of answers: Rung warns of them (medialive/filled-by-provider)"},
    ],
}

answer({request: (MODELS[service], operation) for request, (service, operation) in OPERATIONS.items()}, EXPLANATIONS)
