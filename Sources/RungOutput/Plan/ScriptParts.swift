internal import RungSource

/// The parts of every script of a plan.
enum ScriptParts {
  /// The list of ``VisibleText`` for jq, except line breaks.
  private static let hidden = VisibleText.hidden.map { "[\($0.lowerBound),\($0.upperBound)]" }.joined(separator: ",")

  /// Everything is in functions and variables whose names start with `rung_`, because the others are the author's.
  static let common = #"""
    rung_newline='
    '
    rung_say() { printf '%s\n' "$*" >&2; }
    rung_fail() {
      rung_say "error: $*"
      exit 1
    }
    for rung_tool in curl jq; do
      command -v "$rung_tool" > /dev/null || rung_fail "$rung_tool is not installed"
    done
    rung_work=$(mktemp -d)
    trap 'rm -rf "$rung_work"' EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM

    # The value at a JSON Pointer (RFC 6901).
    rung_jq='def at($pointer): reduce ($pointer | split("/")[1:][] | gsub("~1"; "/") | gsub("~0"; "~")) as $key (.;
      if type == "object" then .[$key]
      elif type == "array" and ($key | test("^[0-9]+$")) then .[$key | tonumber]
      else null end);'

    # The base URL of requests in the form of curl: it may be given as wss://, or with a slash at the end.
    rung_base() {
      case $1 in
        wss://*) printf 'https://%s' "${1#wss://}" ;;
        ws://*) printf 'http://%s' "${1#ws://}" ;;
        *) printf '%s' "$1" ;;
      esac | sed 's:/*$::'
    }
    rung_encoded() { printf '%s' "$1" | jq -Rrs '@uri'; }

    # An answer is printed so that neither a terminal nor the log of a CI job interprets it.
    rung_plain='def plain:
      explode | map(. as $c | if $c != 10 and ([\#(hidden)] | any(.[0] <= $c and $c <= .[1])) then 65533 else $c end)
      | implode | gsub("##(?<word>[A-Za-z0-9._-]*)[[]"; "# #\(.word)[")
      | split("\n") | map(sub("^(?<blanks>\\s*)::"; "\(.blanks): :")) | join("\n");'
    rung_line() { printf '%s' "$1" | jq -Rrs "$rung_plain"'split("\n") | join(" ") | plain'; }

    # Removes secrets from output.
    rung_redacted() {
      jq -Rrs "$rung_plain"'
        reduce ($ARGS.positional[] | env[.] // "" | select(length > 3)) as $secret (.; split($secret) | join("(secret)"))
        | .[0:4000] | plain' --args $rung_secrets
    }

    rung_begin() {
      rung_step=$1
      rung_say "== $2 ($1)"
    }

    # A request is a file for curl: on a command line, other users could read its secrets.
    rung_request() {
      : > "$rung_work/request"
      rung_config request "$1"
      rung_config url "$2"
    }
    rung_config() {
      case $2 in
        *"$rung_newline"*) rung_fail "$rung_step: a value for the $1 of a request contains a line break" ;;
      esac
      case $2 in
        *[\\\"]*) rung_value=$(printf '%s' "$2" | sed 's/[\\"]/\\&/g') ;;
        *) rung_value=$2 ;;
      esac
      printf '%s = "%s"\n' "$1" "$rung_value" >> "$rung_work/request"
    }
    rung_header() { rung_config header "$1"; }
    # [PROGRAM]: the body on standard input, unchanged or with values that jq adds now.
    rung_body() {
      if [ $# -gt 0 ]; then jq "$1" > "$rung_work/body"; else cat > "$rung_work/body"; fi
      rung_config data-binary "@$rung_work/body"
    }
    rung_call() {
      : > "$rung_work/answer"
      rung_status=$(curl --config "$rung_work/request" --silent --show-error --fail-with-body --globoff --max-time 60 \
        --output "$rung_work/answer" --write-out '%{http_code}' 2> "$rung_work/trouble") || :
      rung_status=${rung_status:-000}
    }
    rung_refused() {
      if [ "$rung_status" = 000 ]; then
        rung_redacted < "$rung_work/trouble" >&2
        rung_fail "$rung_step: no answer"
      fi
      rung_redacted < "$rung_work/answer" >&2
      rung_fail "$rung_step: the answer has status $rung_status"
    }

    # NAME POINTER HOW [LIST MEMBER VALUE]: keeps a value of the answer, or of one element of a list in it.
    rung_keep() {
      rung_from=.
      if [ $# -gt 3 ]; then rung_from='[at($list) | arrays[] | select(type == "object" and .[$member] == $value)][0]'; fi
      rung_value=$(jq -er --arg pointer "$2" --arg list "${4-}" --arg member "${5-}" --arg value "${6-}" \
        "$rung_jq $rung_from"' | at($pointer)
          | if type == "string" or type == "number" or type == "boolean" then tostring | select(. != "") else null end' \
        "$rung_work/answer" 2> /dev/null) || rung_value=
      case $3 in
        *optional*) ;;
        *) if [ -z "$rung_value" ]; then
            rung_redacted < "$rung_work/answer" >&2
            rung_fail "$rung_step: the answer has no $1 at $2"
          fi ;;
      esac
      eval "rung_bound_$1=\$rung_value"
      export "rung_bound_$1" rung_value
      case $3 in
        *secret*) printf '%s=(secret)\n' "$1" ;;
        *) printf '%s=%s\n' "$1" "$(rung_line "$rung_value")" ;;
      esac
      case $3 in
        *saved*) rung_write --arg name "$1" '.bound[$name] = env.rung_value' ;;
      esac
    }
    rung_write() {
      if [ ! -e "$rung_state" ]; then
        jq -n --arg provider "$rung_provider" --arg stream "$rung_stream" \
          '{version: 1, provider: $provider, stream: $stream, done: [], bound: {}}' > "$rung_state"
      fi
      jq "$@" "$rung_state" > "$rung_state.new"
      mv -f "$rung_state.new" "$rung_state"
    }
    rung_give() { printf 'to the %s: %s = %s\n' "$1" "$2" "$(rung_line "$3")"; }
    rung_give_secret() {
      printf 'to the %s: %s = %s' "$1" "$2" "$3"
      shift 3
      for rung_name; do printf '; %s: jq -r .bound.%s %s' "$rung_name" "$rung_name" "$rung_state"; done
      printf '\n'
    }

    # NAME CONDITION: whether a conditional step is selected.
    rung_wanted() {
      case " ${RUNG_WITH:-} " in
        *" $1 "* | *' all '*) return 0 ;;
      esac
      rung_say "== skipped: $1. Send it only if $2, with RUNG_WITH=$1"
      return 1
    }

    # TIMEOUT GOAL
    rung_await() {
      rung_patience=${RUNG_TIMEOUT:-$1}
      rung_until=$(($(date +%s) + rung_patience))
      rung_last=
      rung_say "   waiting until $2"
    }
    # POINTER [gone]
    rung_look() {
      rung_call
      rung_seen=
      rung_gone=no
      case $rung_status in
        2??) if [ -n "$1" ]; then
            rung_seen=$(jq -r --arg pointer "$1" "$rung_jq"'at($pointer) | if type == "string" then . else tojson end' \
              "$rung_work/answer" 2> /dev/null) || rung_fail "$rung_step: the answer to a wait is not JSON"
          fi ;;
        404) if [ "${2:-}" = gone ]; then rung_gone=yes; else rung_refused; fi ;;
        # A temporary fault of the server or the network.
        000 | 408 | 429 | 5??) rung_say "   the answer has status $rung_status; retrying" ;;
        *) rung_refused ;;
      esac
      if [ -n "$rung_seen" ] && [ "$rung_seen" != "$rung_last" ]; then rung_say "   $(rung_line "$rung_seen")"; fi
      rung_last=$rung_seen
    }
    # [POINTER]: the place of the reason in the answer.
    rung_lost() {
      rung_reason=
      if [ $# -gt 0 ]; then
        rung_reason=$(jq -r --arg pointer "$1" "$rung_jq"'at($pointer) | if . == null then "" elif type == "string" then . else tojson end' \
          "$rung_work/answer" | rung_redacted)
      fi
      rung_fail "$rung_step: state is $(rung_line "$rung_seen")${rung_reason:+: $rung_reason}"
    }
    rung_pause() {
      if [ "$(date +%s)" -ge "$rung_until" ]; then
        rung_fail "$rung_step: timeout after $rung_patience s${rung_last:+; state is $(rung_line "$rung_last")}"
      fi
      sleep "${RUNG_INTERVAL:-$1}"
    }


    """#

  static let there = #"""
    rung_refuse_twice() {
      if [ -e "$rung_state" ]; then
        rung_fail "a run of this script is unfinished: $rung_state exists. Run the teardown first, or move the file"
      fi
    }
    rung_done() { rung_write --arg step "$1" '.done += [$step]'; }
    rung_finish() { rung_say "== done; the values for the teardown are in $rung_state"; }

    """#

  /// The existing stream may have been created by a script, whose state file is then read and updated, or in another way.
  static let change = #"""
    rung_open() {
      if [ -e "$rung_state" ]; then
        jq -e --arg provider "$rung_provider" '.version == 1 and .provider == $provider' "$rung_state" > /dev/null ||
          rung_fail "$rung_state is not the state of a plan for $rung_provider"
      fi
    }
    # NAME VARIABLE [VALUE]: from the environment, from the compared answer, or from the state file.
    rung_given() {
      eval "rung_value=\${$2:-}"
      if [ -z "$rung_value" ]; then rung_value=${3:-}; fi
      if [ -z "$rung_value" ] && [ -e "$rung_state" ]; then
        rung_value=$(jq -r --arg name "$1" '.bound[$name] // ""' "$rung_state")
      fi
      if [ -z "$rung_value" ]; then rung_fail "$1 is unknown: $rung_state does not contain it. Set $2, or set RUNG_STATE to another file"; fi
      eval "rung_bound_$1=\$rung_value"
      export "rung_bound_$1" rung_value
      rung_write --arg name "$1" '.bound[$name] = env.rung_value'
    }
    rung_done() { rung_write --arg step "$1" '.done += [$step]'; }
    rung_finish() { rung_say "== done; the values for the teardown are in $rung_state"; }

    """#

  static let back = #"""
    rung_missed=
    rung_open() {
      if [ -e "$rung_state" ]; then
        jq -e --arg provider "$rung_provider" '.version == 1 and .provider == $provider' "$rung_state" > /dev/null ||
          rung_fail "$rung_state is not the state of a plan for $rung_provider"
      elif [ "$1" = required ]; then
        rung_fail "$rung_state does not exist; the creation script writes it. Set RUNG_STATE to another file"
      fi
    }
    rung_recall() {
      rung_value=$(jq -r --arg name "$1" '.bound[$name] // ""' "$rung_state")
      eval "rung_bound_$1=\$rung_value"
      export "rung_bound_$1"
    }
    # STEP NAME…: whether the creation script got far enough for this step to have something to undo.
    rung_has() {
      rung_about=$1
      shift
      for rung_name; do
        eval "rung_value=\$rung_bound_$rung_name"
        if [ -z "$rung_value" ]; then
          rung_say "== skipped: $rung_about. The creation script ended before it had $rung_name"
          rung_missed=yes
          return 1
        fi
      done
    }
    rung_finish() {
      if [ -n "$rung_missed" ]; then rung_fail "not everything was undone; $rung_state is kept"; fi
      rm -f "$rung_state"
      rung_say '== done'
    }

    """#
}
