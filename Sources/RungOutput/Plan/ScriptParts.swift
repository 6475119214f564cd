internal import RungSource

/// The parts of every script of a plan.
enum ScriptParts {
  /// The list of ``VisibleText`` for jq, except line breaks.
  private static let hidden = VisibleText.hidden.map { "[\($0.lowerBound),\($0.upperBound)]" }.joined(separator: ",")

  /// Everything is in functions and variables whose names start with `rung_`, because the others are the author's.
  static let common = speech + retries + once + state + waits

  /// What a script says, and how it sends a request.
  private static let speech = #"""
    rung_newline='
    '
    rung_say() { printf '%s\n' "$*" >&2; }
    # STATUS WORDS…: 1 for a failure, 2 for wrong usage, 3 where a person must look.
    rung_end() {
      rung_code=$1
      shift
      rung_say "error: $*"
      exit "$rung_code"
    }
    rung_fail() { rung_end 1 "$@"; }
    rung_wrong() { rung_end 2 "$@"; }
    for rung_tool in curl jq; do
      command -v "$rung_tool" > /dev/null || rung_wrong "$rung_tool is not installed"
    done
    rung_work=$(mktemp -d)
    rung_lock=
    rung_tolerated=
    trap 'rm -rf "$rung_work" ${rung_lock:+"$rung_lock"}' EXIT
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
    # The status is 000 without a whole answer.
    rung_call() {
      : > "$rung_work/answer"
      : > "$rung_work/headers"
      rung_code=0
      rung_status=$(curl --config "$rung_work/request" --silent --show-error --fail-with-body --globoff --max-time 60 \
        --dump-header "$rung_work/headers" --output "$rung_work/answer" --write-out '%{http_code}' 2> "$rung_work/trouble") || rung_code=$?
      case $rung_code in
        0 | 22) rung_status=${rung_status:-000} ;;
        *) rung_status=000 ;;
      esac
    }
    rung_refused() {
      if [ "$rung_status" = 000 ]; then
        rung_redacted < "$rung_work/trouble" >&2
        rung_reason='no answer'
      else
        rung_redacted < "$rung_work/answer" >&2
        rung_reason="the answer has status $rung_status"
      fi
      if rung_passes; then rung_reason="$rung_reason. To go on from here: $rung_me"; fi
      rung_fail "$rung_step: $rung_reason"
    }


    """#

  static let options = #"""
    # What comes before `set -eu`, without the signs of a comment.
    rung_help() { sed -n '2,/^set -eu$/{/^set -eu$/d;s/^# \{0,1\}//;p;}' "$0"; }
    rung_me="sh $0"
    rung_claims=
    rung_agains=
    while [ $# -gt 0 ]; do
      case $1 in
        --state-dir=* | --done=* | --again=*)
          rung_word=$1
          shift
          set -- "${rung_word%%=*}" "${rung_word#*=}" "$@" ;;
        --state-dir | --done | --again)
          if [ $# -lt 2 ] || [ -z "$2" ]; then rung_wrong "$1 needs a value. All options: $rung_me --help"; fi
          rung_word=$2
          case $1 in
            --state-dir)
              rung_state=${2%/}/$rung_state_name
              rung_me="$rung_me --state-dir $2" ;;
            *)
              case $rung_word in
                *[!A-Za-z0-9._:=-]*) rung_wrong "$1 $rung_word: an id has letters, digits and . _ : - only" ;;
              esac
              case " $rung_steps " in
                *" ${rung_word%%=*} "*) ;;
                *) rung_wrong "$1 $rung_word: there is no such step. There are: $rung_steps" ;;
              esac
              if [ "$1" = --done ]; then rung_claims="$rung_claims $rung_word"; else rung_agains="$rung_agains $rung_word"; fi ;;
          esac
          shift 2 ;;
        -h | --help)
          rung_help
          exit 0 ;;
        *) rung_wrong "unknown argument $1. All options: $rung_me --help" ;;
      esac
    done
    # VARIABLE WHAT
    rung_need() {
      eval "rung_value=\${$1:-}"
      if [ -z "$rung_value" ]; then rung_wrong "$1 is not set. It is $2"; fi
    }

    """#
}
