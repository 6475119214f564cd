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
    case " $* " in
      *' --help '* | *' -h '*) ;;
      *) for rung_tool in curl jq; do command -v "$rung_tool" > /dev/null || rung_wrong "$rung_tool is not installed"; done ;;
    esac
    rung_work=$(mktemp -d)
    rung_mine=
    rung_lock=
    rung_tolerated=
    trap '[ -z "$rung_mine" ] || rung_free; rm -rf "$rung_work"' EXIT
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
    # Characters that mean nothing to a URL, a shell, a terminal or a log; ranges hold others in some languages.
    rung_letters=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789
    rung_encoded() {
      case $1 in
        *[!$rung_letters._~-]*) printf '%s' "$1" | jq -Rrs '@uri' ;;
        *) printf '%s' "$1" ;;
      esac
    }
    # One word of a command, quoted for a shell.
    rung_quoted() {
      case $1 in
        '' | *[!$rung_letters._/:@%+,-]*) printf "'%s'" "$(printf '%s' "$1" | sed "s/'/'\\\\''/g")" ;;
        *) printf '%s' "$1" ;;
      esac
    }

    # An answer is printed so that neither a terminal nor the log of a CI job interprets it.
    rung_plain='def plain:
      explode | map(. as $c | if $c != 10 and ([\#(hidden)] | any(.[0] <= $c and $c <= .[1])) then 65533 else $c end)
      | implode | gsub("##(?<word>[A-Za-z0-9._-]*)[[]"; "# #\(.word)[")
      | split("\n") | map(sub("^(?<blanks>\\s*)::"; "\(.blanks): :")) | join("\n");'
    rung_line() {
      case $1 in
        *[!$rung_letters._/:@%+,=\ -]* | *::*) printf '%s' "$1" | jq -Rrs "$rung_plain"'split("\n") | join(" ") | plain' ;;
        *) printf '%s' "$1" ;;
      esac
    }

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

    # A request is a configuration for curl on its standard input: on a command line, other users could read its secrets.
    rung_request() {
      rung_sent=
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
      rung_sent="$rung_sent$1 = \"$rung_value\"$rung_newline"
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
      rung_status=$(printf '%s' "$rung_sent" | curl --config - --silent --show-error --fail-with-body --globoff --max-time 60 \
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
      if ! rung_declined; then rung_reason="$rung_reason. To go on from here: $rung_me"; fi
      rung_fail "$rung_step: $rung_reason"
    }


    """#

  static let options = #"""
    # What comes before `set -eu`, without the signs of a comment.
    rung_help() { sed -n '2,/^set -eu$/{/^set -eu$/d;s/^# \{0,1\}//;p;}' "$0"; }
    # The command that runs this again, with what decides on the state file and on the steps.
    rung_given_state=${RUNG_STATE:+"RUNG_STATE=$(rung_quoted "$RUNG_STATE") "}
    rung_given_with=${RUNG_WITH:+"RUNG_WITH=$(rung_quoted "$RUNG_WITH") "}
    rung_script="sh $(rung_quoted "$0")"
    rung_me=$rung_given_state$rung_given_with$rung_script
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
              if [ -n "${RUNG_STATE:-}" ]; then rung_wrong "RUNG_STATE and --state-dir both name the state file; remove one of them"; fi
              rung_state=${2%/}/$rung_state_name
              rung_given_state=
              rung_script="sh $(rung_quoted "$0") --state-dir $(rung_quoted "$2")"
              rung_me=$rung_given_with$rung_script ;;
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
    case $rung_state in
      -*) rung_state=./$rung_state ;;
    esac

    # The settings are checked before anything is sent, each with a message of its own.
    rung_wrongs=no
    rung_unfit() {
      rung_say "error: $1 must be $2, not $(rung_line "$3")"
      rung_wrongs=yes
    }
    # NAME WHAT VALUE: sets rung_value to the number without zeros before it.
    rung_whole() {
      rung_value=$3
      while :; do
        case $rung_value in
          0?*) rung_value=${rung_value#0} ;;
          *) break ;;
        esac
      done
      case $rung_value in
        *[!0-9]* | ??????????*) rung_unfit "$1" "$2, a whole number up to 999999999" "$3" ;;
      esac
    }
    rung_whole RUNG_RETRIES 'the number of tries after the first one' "${RUNG_RETRIES:-5}"
    rung_retries=$rung_value
    rung_whole RUNG_TIMEOUT 'seconds' "${RUNG_TIMEOUT:-}"
    rung_timeout=$rung_value
    rung_interval=${RUNG_INTERVAL:-}
    case $rung_interval in
      . | *[!0-9.]* | *.*.* | ??????????*) rung_unfit RUNG_INTERVAL 'seconds, such as 5 or 0.5' "$rung_interval" ;;
      *.*) sleep 0.0 2> /dev/null || rung_unfit RUNG_INTERVAL 'whole seconds, because sleep takes no others here' "$rung_interval" ;;
    esac
    rung_wait=yes
    case $(printf '%s' "${RUNG_WAIT:-yes}" | tr '[:upper:]' '[:lower:]') in
      yes | true | on | 1) ;;
      no | false | off | 0) rung_wait=no ;;
      *) rung_unfit RUNG_WAIT 'yes, true, on or 1, or no, false, off or 0' "$RUNG_WAIT" ;;
    esac
    if [ "$rung_wrongs" = yes ]; then exit 2; fi

    # VARIABLE WHAT
    rung_need() {
      eval "rung_value=\${$1:-}"
      if [ -z "$rung_value" ]; then rung_wrong "$1 is not set. It is $2"; fi
    }

    """#
}
