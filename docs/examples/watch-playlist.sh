#!/bin/sh
# Every minute from cron: keeps the last ten playlists of a live stream, and mails what is wrong between them.
#   * * * * * /usr/local/bin/watch-playlist.sh https://live.example.com/news/720p.m3u8 /var/lib/news
set -eu
url=$1 folder=$2
mkdir -p "$folder"
curl -fsS --max-time 20 -o "$folder/$(date +%s).m3u8" "$url"
find "$folder" -name "*.m3u8" | sort | head -n -10 | xargs -r rm --
# cron mails what is printed; --quiet prints errors only.
rung verify --quiet "$folder"
