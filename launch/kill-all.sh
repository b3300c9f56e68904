#!/usr/bin/env bash
# kill -9 in the middle of everything, on both databases, one after the other: launch/kill-all.sh ROOT. Without PostgreSQL on H2 alone.
root=$1
status=0
# a round of cases lasts; one on each database is what this has time for
export CUNTU_KILL_CASES_ROUNDS=${CUNTU_KILL_CASES_ROUNDS:-1}
for tests in kill-tests kill-plans kill-cases; do
  node "$root/launch/$tests.mjs" "$root" || status=1
  if ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
    "$root/launch/with-postgres.sh" node "$root/launch/$tests.mjs" "$root" || status=1
  fi
done
exit "$status"
