#!/bin/sh
# Asks Rettvei whether somebody may refer to somebody, with curl and jq.
#
#   ./check.sh fastlege DPS Askøy
#
# API names the server, LANGUAGE the language of the answer (nb, nn, da or en).
# Exit codes: 0 answered; 2 not understood, and the line says why; 3 nobody answers there.
set -eu

if [ $# -lt 2 ]; then
  echo "usage: $0 REFERRER RECEIVER [PLACE]" >&2
  exit 2
fi

answer=$(curl --silent --show-error --max-time 10 --get "${API:-http://127.0.0.1:8000}/v1/referrals/check" \
  --data-urlencode "referrer=$1" \
  --data-urlencode "receiver=$2" \
  --data-urlencode "place=${3:-}" \
  --data-urlencode "lang=${LANGUAGE:-en}") || exit 3

# What may steer a terminal is taken out: names come from outside.
printf '%s' "$answer" | jq --raw-output '
  if has("outcome") then
    .headline,
    .summary,
    (.conditions | map(.statement) | unique[] | "  if: " + .),
    (if .outcome == "unknown" then "  No rule is known. That is not a no." else empty end),
    ([.reasons[].citations[] | "  \(.title) \(.section) \(.url)"] | unique[])
  else
    "\(.title // "This is no answer of Rettvei"): \(.detail // "")"
  end' | tr -d '\000-\010\013-\037\177'

printf '%s' "$answer" | jq --exit-status 'has("outcome")' >/dev/null || exit 2
