extension ScriptParts {
  /// Conditional steps, and waiting for a state.
  static let waits = #"""
    # NAME CONDITION [NAME]: whether a conditional step is selected; the second name notes that it is left.
    rung_wanted() {
      case " ${RUNG_WITH:-} " in
        *" $1 "* | *' all '*) return 0 ;;
      esac
      rung_say "== skipped: $1. Send it only if $2, with RUNG_WITH=$1"
      if [ -n "${3:-}" ]; then rung_kept="${rung_kept:-} $3"; fi
      return 1
    }

    # TIMEOUT GOAL
    rung_await() {
      rung_patience=${rung_timeout:-$1}
      rung_until=$(($(date +%s) + rung_patience))
      rung_last=
      rung_say "   waiting until $2"
    }
    # POINTER [gone | absent]: what 404 means.
    rung_look() {
      rung_call
      rung_seen=
      rung_gone=no
      case $rung_status in
        501 | 505) rung_refused ;;
        2??) if [ -n "$1" ]; then
            rung_seen=$(jq -r --arg pointer "$1" "$rung_jq"'at($pointer) | if type == "string" then . else tojson end' \
              "$rung_work/answer" 2> /dev/null) || rung_fail "$rung_step: the answer to a wait is not JSON"
          fi ;;
        404)
          case ${2:-} in
            gone) rung_gone=yes ;;
            absent) ;;
            *) rung_refused ;;
          esac ;;
        # A temporary fault of the server or the network.
        000 | 408 | 425 | 429 | 5??) rung_say "   the answer has status $rung_status; retrying" ;;
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
      rung_after=
      case $rung_status in
        429 | 503) rung_after=$(rung_retry_after) ;;
      esac
      if [ "${rung_after:-0}" -gt 0 ] && [ "$rung_after" -le 120 ]; then sleep "$rung_after"; else sleep "${rung_interval:-$1}"; fi
    }


    """#
}
