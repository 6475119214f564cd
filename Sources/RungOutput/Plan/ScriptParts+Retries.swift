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
        000 | 408 | 425 | 429 | 5??) return 0 ;;
      esac
      return 1
    }
    # Whether the answer says that the request had no effect. Any other may come from a proxy that did not see it.
    rung_declined() {
      case $rung_status in
        408 | 409 | 425 | 429) return 1 ;;
        4??) return 0 ;;
      esac
      return 1
    }
    # The seconds that the provider asks for, in a Retry-After header (RFC 9110, section 10.2.3): as a number, or as a point in time,
    # counted from the answer's own Date. Empty where there are none.
    rung_retry_after() {
      LC_ALL=C jq -Rrs '
        def header($name): [split("\n")[] | select(ascii_downcase | startswith($name + ":")) | .[($name | length + 1):] | gsub("^\\s+|\\s+$"; "")] | last // "";
        def moment: sub("^[A-Za-z]+, *"; "") | strptime("%d %b %Y %H:%M:%S GMT") | mktime;
        (header("date") | try moment catch now) as $now
        | header("retry-after")
        | if test("^[0-9]{1,9}$") then . else try (moment - $now | if . > 0 then ceil else empty end) catch empty end' \
        "$rung_work/headers" 2> /dev/null || :
    }
    # TRY: waits before another try, or says that there is none.
    rung_retry() {
      if [ "$1" -gt "$rung_retries" ]; then return 1; fi
      rung_delay=1
      rung_count=$1
      while [ "$rung_count" -gt 1 ] && [ "$rung_delay" -lt 30 ]; do
        rung_delay=$((rung_delay * 2))
        rung_count=$((rung_count - 1))
      done
      rung_delay=${rung_interval:-$rung_delay}
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
