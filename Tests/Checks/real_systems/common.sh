# What the scripts here share. Each keeps everything it makes in a folder of its own below $ROOT,
# listens on 127.0.0.1 alone, and writes $ROOT/NAME/env, the variables that the tests read.
ROOT=${ROOT:?the folder for what is made}
HERE=$ROOT/$NAME
mkdir -p "$HERE"

tell() { printf '%s: %s\n' "$NAME" "$*" >&2; }

# Runs a step with its output in a log that is shown where the step fails.
step() {
  local log=$HERE/$1.log
  shift
  "$@" >"$log" 2>&1 </dev/null || { tail -n 20 "$log" >&2; tell "failed: $*"; exit 1; }
}

# Installs packages of Debian that are missing, and nothing that they recommend.
packages() {
  dpkg-query -W -f '${db:Status-Status}\n' "$@" 2>/dev/null | grep -vqx installed \
    || [ "$(dpkg-query -W -f '\n' "$@" 2>/dev/null | wc -l)" -lt $# ] || return 0
  tell "installing $*"
  export DEBIAN_FRONTEND=noninteractive
  step update apt-get update
  step install apt-get install -y --no-install-recommends "$@"
}

# Starts a server, whose process is written down, and waits until it answers at an address.
serve() {
  local address=$1
  shift
  setsid "$@" >"$HERE/server.log" 2>&1 </dev/null &
  echo $! >"$HERE/pid"
  for _ in $(seq 300); do
    # Any answer will do: without a key some say 401.
    if curl -s -o /dev/null --max-time 5 "$address"; then tell "is there"; return; fi
    kill -0 "$(cat "$HERE/pid")" 2>/dev/null || break
    sleep 0.3
  done
  tail -n 20 "$HERE/server.log" >&2
  tell "does not answer"
  exit 1
}
