#!/usr/bin/env bash
# Tests of the pages: a real browser against a real demo server with a home and a port of its own.
# Prints "ok …" / "not ok …", one line a scenario. Usage: launch/browser-tests.sh ROOT [SCENARIO…]
# SHOTS=FOLDER keeps the pictures that the scenarios take.
set -uo pipefail
root=$1
shift
. "$root/launch/say.sh"

work=$(mktemp -d)
server=
stop() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null
    wait "$server" 2>/dev/null
  fi
  rm -rf "$work"
}
trap stop EXIT
trap 'exit 143' INT TERM

# fail NAME ZH EN: a test that could not even begin is a failed one.
fail() {
  echo "not ok $1"
  say "$2" "$3"
  tail -n 30 "$work/server.log" >&2 2>/dev/null
  exit 1
}

"$root/cuntu" version >"$work/server.log" 2>&1 </dev/null || fail "the server builds" "构建失败" "The build failed"

port=$(node -e "const s = require('net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close() })")
password=$(node -p "require('crypto').randomBytes(12).toString('base64url') + 'aA1'")
"$root/cuntu" demo --home "$work/home" --port "$port" --demo-password "$password" >"$work/server.log" 2>&1 </dev/null &
server=$!

# up: whether the server answers that its layers are open and a first review is warm.
up() { node -e "fetch('http://127.0.0.1:$port/actuator/health').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"; }
deadline=$((SECONDS + 240))
until up; do
  kill -0 "$server" 2>/dev/null || fail "the demo starts" "演示服务器没有启动" "The demo server did not start"
  [ "$SECONDS" -lt "$deadline" ] || fail "the demo starts" "演示服务器 240 秒内没有就绪" "The demo server was not up within 240 seconds"
  sleep 0.5
done

CHROMIUM=${CHROMIUM:-$(command -v chromium)} CUNTU_URL="http://127.0.0.1:$port" CUNTU_PASSWORD="$password" timeout 2400 node "$root/web/e2e/run.mjs" "$@"
