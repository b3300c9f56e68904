#!/usr/bin/env bash
# with-postgres.sh COMMAND...: runs it with a PostgreSQL of its own, empty, named by CUNTU_DATABASE_URL; removed afterwards.
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
folder=$(mktemp -d)
as() { if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }
[ "$(id -u)" != 0 ] || chown postgres "$folder"
stop() {
  as "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT
port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
as "$bin/initdb" -D "$folder/data" -A trust -U postgres -E UTF8 --locale=C.UTF-8 >/dev/null
as "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
  -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c max_connections=60" start >/dev/null
as "$bin/psql" -q -h 127.0.0.1 -p "$port" -U postgres -c 'create database cuntu'
as "$bin/psql" -q -h 127.0.0.1 -p "$port" -U postgres -d cuntu -c 'create extension postgis'
export CUNTU_DATABASE_URL="jdbc:postgresql://127.0.0.1:$port/cuntu" CUNTU_DATABASE_USER=postgres
"$@"
