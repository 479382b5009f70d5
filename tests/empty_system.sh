#!/bin/sh
# Prove that nothing rests on what was installed by hand: make an empty Debian, put the checkout into it, and run
# all that a person and CI run. Needs root and debootstrap; takes some minutes and 2 GB in FOLDER, which must not exist.
#
#   tests/empty_system.sh FOLDER
set -eu

[ $# -eq 1 ] && [ ! -e "$1" ] || { echo "usage: tests/empty_system.sh FOLDER (one that does not exist yet)" >&2; exit 2; }
system=$1
checkout=$(cd "$(dirname "$0")/.." && pwd)

failed=""

finish() { umount "$system/dev/shm" "$system/proc" 2>/dev/null || true; }
trap finish EXIT

heading() { printf '\n==== %s\n' "$1"; }

# Almost no variables: what the shell of this machine knows, the empty system does not.
inside() {
    chroot "$system" /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
        ${PIP_CERT:+PIP_CERT=$PIP_CERT} /bin/sh -c "cd /srv/planner/main && $1"
}

expect() { # STATUS COMMAND
    status=0
    inside "$2" || status=$?
    [ "$status" -eq "$1" ] || failed="$failed
  '$2' ended with $status, not $1"
}

heading "An empty Debian with python3 and git, and this machine's ways to the package registries"
debootstrap --variant=minbase --include=python3,git,ca-certificates bookworm "$system" >"$system.log" 2>&1 ||
    { tail -n 20 "$system.log" >&2; exit 1; }
for file in /etc/resolv.conf /etc/hosts /etc/pip.conf /etc/ssl/certs/ca-certificates.crt /etc/apt/sources.list.d/debian.sources; do
    [ ! -e "$file" ] || cp -L "$file" "$system$file"
done
[ ! -e "$system/etc/apt/sources.list.d/debian.sources" ] || rm -f "$system/etc/apt/sources.list"
mkdir -p "$system/srv/planner/main" "$system/dev/shm"
[ ! -d "$checkout/../shared/data" ] || { mkdir "$system/srv/planner/shared"; cp -a "$checkout/../shared/data" "$system/srv/planner/shared/"; }
(cd "$checkout" && git ls-files -coz --exclude-standard | tar --null -T - -cf -) | tar -C "$system/srv/planner/main" -xf -
mount -t proc proc "$system/proc"
mount -t tmpfs tmpfs "$system/dev/shm"

heading "Someone who may not install is told what is missing, and how to get it"
inside "useradd --create-home guest && chown -R guest /srv/planner/main"
expect 1 "setpriv --reuid=guest --regid=guest --clear-groups python3 start.py prepare"
inside "chown -R root /srv/planner/main"

heading "Prepare, as root"
expect 0 "python3 start.py prepare"

heading "Start without a display"
expect 0 "python3 start.py"
inside "ls -l sample-papers"

heading "What CI runs"
expect 0 "sh .ci/run </dev/null"

heading "Start with a display: the window stays open until it is closed (here after 20 s, status 124)"
expect 124 "timeout 20 xvfb-run --auto-servernum python3 start.py"

heading "$([ -z "$failed" ] && echo All is as it should be || echo "Not as it should be: $failed")"
[ -z "$failed" ]
