extension ScriptParts {
  /// What is sent again after a failure, how often and when.
  static let retries = #"""
    # Whether the answer is one that the next try may not get.
    rung_passes() {
      case $rung_tolerated in
        *" $rung_status "*) return 1 ;;
      esac
      case $rung_status in
        501 | 505) return 1 ;;
        000 | 408 | 429 | 5??) return 0 ;;
      esac
      return 1
    }
    # The seconds that the provider asks for, in a Retry-After header; HTTP dates are not read.
    rung_retry_after() {
      sed -n 's/^[Rr][Ee][Tt][Rr][Yy]-[Aa][Ff][Tt][Ee][Rr]:[[:blank:]]*\([0-9]\{1,9\}\)[[:space:]]*$/\1/p' "$rung_work/headers" | tail -n 1
    }
    # TRY: waits before another try, or says that there is none.
    rung_retry() {
      case ${RUNG_RETRIES:-5} in
        *[!0-9]*) rung_fail "RUNG_RETRIES must be a number, not $RUNG_RETRIES" ;;
      esac
      if [ "$1" -gt "${RUNG_RETRIES:-5}" ]; then return 1; fi
      rung_delay=1
      rung_count=$1
      while [ "$rung_count" -gt 1 ] && [ "$rung_delay" -lt 30 ]; do
        rung_delay=$((rung_delay * 2))
        rung_count=$((rung_count - 1))
      done
      rung_delay=${RUNG_INTERVAL:-$rung_delay}
      rung_after=$(rung_retry_after)
      if [ "${rung_after:-0}" -gt 120 ]; then
        rung_say "   status $rung_status; the provider asks to wait $rung_after s"
        return 1
      fi
      if [ "${rung_after:-0}" -gt 0 ]; then rung_delay=$rung_after; fi
      if [ "$rung_status" = 000 ]; then rung_reason='no answer'; else rung_reason="status $rung_status"; fi
      rung_say "   $rung_reason; trying again in $rung_delay s"
      sleep "$rung_delay"
    }

    # FUNCTION: sends what may be sent more than once.
    rung_repeat() {
      rung_try=0
      while :; do
        "$1"
        rung_call
        rung_passes || return 0
        rung_try=$((rung_try + 1))
        rung_retry "$rung_try" || return 0
      done
    }
    # FUNCTION: the same for a question, for which no error is tolerated.
    rung_question() {
      rung_others=$rung_tolerated
      rung_tolerated=
      rung_repeat "$1"
      rung_tolerated=$rung_others
    }
    rung_settled() {
      case $rung_status in
        2??) return 0 ;;
      esac
      case $rung_tolerated in
        *" $rung_status "*) return 0 ;;
      esac
      return 1
    }


    """#
}
