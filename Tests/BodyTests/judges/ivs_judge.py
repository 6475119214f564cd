"""botocore, and the limits of its service model of Amazon IVS."""
# pip: 'botocore>=1.40,<2'
# imports: botocore

import botocore.session

from botocore_model import answer

OPERATIONS = {
    "channel": "CreateChannel", "update-channel": "UpdateChannel", "recording-configuration": "CreateRecordingConfiguration",
    "playback-restriction-policy": "CreatePlaybackRestrictionPolicy", "update-playback-restriction-policy": "UpdatePlaybackRestrictionPolicy",
}
MODEL = botocore.session.Session().get_service_model("ivs")

EXPLANATIONS = {
    "rung": {
        "ivs/multitrack-incomplete": "MultitrackInputConfiguration.enabled: 'If true, then policy, maximumResolution, and containerFormat are required'; the model has no such condition",
        "ivs/preset-not-advanced": "CreateChannel.preset: 'This is selectable only for ADVANCED_HD and ADVANCED_SD channel types'; the model has no such condition",
        "ivs/multitrack-not-standard": "MultitrackInputConfiguration.enabled: 'Can be set to true only if channel type is STANDARD'; the model has no such condition",
        "ivs/multitrack-container": "CreateChannel.containerFormat: 'required and must be set to FRAGMENTED_MP4' with multitrack input; the model has no such condition",
        "ivs/renditions-without-custom": "RenditionConfiguration.renditionSelection: 'If CUSTOM is specified, a set of renditions must be specified in the renditions field'; the model has no such condition",
        "ivs/value-not-readable": "PlaybackRestrictionPolicy: 'Allowed values are the officially assigned ISO 3166-1 alpha-2 codes' and 'the same as valid values of the Origin header'; the model has their lengths only",
    },
    "judge": [
        {"path": "^[a-z-]+:/(arn|state|ingestEndpoint|playbackUrl|srt)(/|$)", "why": "fields of answers: Rung warns of them (ivs/filled-by-provider)"},
        {
            "path": "^(channel|update-channel):/preset$",
            "why": "CreateChannel.preset: 'For other channel types (BASIC and STANDARD), preset is the empty string (\"\")'; the enumeration of the model lacks it",
        },
    ],
}

answer({request: (MODEL, operation) for request, operation in OPERATIONS.items()}, EXPLANATIONS)
