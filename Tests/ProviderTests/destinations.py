"""What OBS Studio's list of services (services.json) says of encoder settings.

Called with the list; reads one setting a line, `service TAB width height fps keyframe-seconds video-kbps audio-kbps bframes`, and prints
for each what of it the service does not take, sorted, on one line.
"""
import json
import sys


def row(matrix, height, fps):
    """The matrix has a row for a size at 30 and at 60 fps: the first that holds both, or the largest there is."""
    sizes = sorted({int(entry["res"].split("x")[1]) for entry in matrix})
    size = next((size for size in sizes if size >= height), sizes[-1])
    rows = sorted((entry for entry in matrix if int(entry["res"].split("x")[1]) == size), key=lambda entry: entry["fps"])
    return next((entry for entry in rows if entry["fps"] >= fps), rows[-1])["max bitrate"]


def refused(service, width, height, fps, keyint, video, audio, bframes):
    said = service.get("recommended", {})
    matrix = said.get("bitrate matrix")
    most = row(matrix, height, fps) if matrix else said.get("max video bitrate")
    sizes = said.get("supported resolutions")
    if keyint > said.get("keyint", keyint):
        yield "keyframes"
    if most is not None and video > most:
        yield "video"
    if audio > said.get("max audio bitrate", audio):
        yield "audio"
    if bframes > said.get("bframes", bframes):
        yield "bframes"
    if fps > said.get("max fps", fps):
        yield "fps"
    if sizes and f"{width}x{height}" not in sizes:
        yield "size"


with open(sys.argv[1], encoding="utf-8") as file:
    services = {service["name"]: service for service in json.load(file)["services"]}
for line in sys.stdin:
    name, setting = line.rstrip("\n").split("\t")
    print(" ".join(sorted(refused(services[name], *map(int, setting.split())))))
