#!/bin/sh
# Runs the blocks of one page, in order, in a folder of a reader's: `run.sh ROOT PRODUCTS FOLDER`. The blocks are the files
# `N.sh` of FOLDER/blocks, with the exit code that each one ends with, where that is not 0, in `N.status`. What a block leaves
# behind is there for the next one.
set -eu
ROOT=$1 PRODUCTS=$2 folder=$3
work=$folder/work
REST=$PATH
PATH=$ROOT/Tests/ReadmeTests/programs:$PRODUCTS:$PATH
HOME=$folder/home
export ROOT PRODUCTS REST PATH HOME

mkdir -p "$HOME"
if [ -e "$folder/blocks/copy" ]; then
  mkdir "$work"
  (cd "$ROOT" && tar -cf - Package.swift CHANGELOG.md README.md Sources Tests docs presets schemas) | tar -xf - -C "$work"
else
  cp -r "$ROOT/docs/examples" "$work"
  # Stands for the script of the same name: what it builds has been built.
  # shellcheck disable=SC2016
  mkdir "$work/release" && printf '#!/bin/sh\necho "$PRODUCTS/rung"\n' > "$work/release/program" && chmod +x "$work/release/program"
  cp "$ROOT"/Tests/Diff/*.yaml "$ROOT"/Tests/Diff/answer.json "$work"
  cp "$ROOT/Tests/Bodies/mkio/live-event-response.json" "$work/live-event.json"
  cp "$ROOT/Tests/Bodies/mkio/live-output.json" "$work/live-output.json"
  cp "$ROOT/Tests/Bodies/livekit/create-rtmp.json" "$work/ingress.json"
fi
cd "$work"
{
  git init --quiet && git add . &&
    git -c user.name=reader -c user.email=reader@example.com commit --quiet -m start && git update-ref refs/remotes/origin/main HEAD
} > /dev/null

# What pages read from the environment.
export TOKEN=token ID=1 RUNG_INTERVAL=0.01 SHARD=1 SHARDS=1 no_proxy=127.0.0.1 GITHUB_STEP_SUMMARY=$folder/summary.md
if grep -q 'up\.sh' "$folder"/blocks/*.sh; then
  mkfifo "$folder/life"
  python3 "$ROOT/Tests/PlanTests/server.py" --provider tenbyte --schemas "$ROOT/schemas" --there '' < "$folder/life" > "$folder/port" &
  exec 9> "$folder/life"
  while [ ! -s "$folder/port" ]; do sleep 0.05; done
  TENBYTE_URL=http://127.0.0.1:$(head -n 1 "$folder/port")
  export TENBYTE_URL
fi

number=1
while [ -e "$folder/blocks/$number.sh" ]; do
  status=0
  sh -eu "$folder/blocks/$number.sh" > "$folder/output" 2>&1 || status=$?
  expected=$(cat "$folder/blocks/$number.status" 2> /dev/null || echo 0)
  if [ "$status" != "$expected" ]; then
    echo "block $number ended with $status, not $expected:"
    cat "$folder/blocks/$number.sh"
    echo "and printed:"
    cat "$folder/output"
    exit 1
  fi
  number=$((number + 1))
done
