#!/usr/bin/env bash
# kill -9 in mid-import and mid-review, on both databases, one after the other: launch/kill-all.sh ROOT. Without PostgreSQL on H2
# alone. What is killed while plans and cases go their way lasts longer: ./cuntu test --crash.
root=$1
status=0
node "$root/launch/kill-tests.mjs" "$root" || status=1
if ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
  "$root/launch/with-postgres.sh" node "$root/launch/kill-tests.mjs" "$root" || status=1
fi
exit "$status"
