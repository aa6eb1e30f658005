#!/bin/sh
# Starts the compatibility runtime inside a session bus of its own with an unlocked key ring, so that safeStorage has a
# real store behind it. The key ring lies in XDG_DATA_HOME, which the caller sets to keep a person's own one out of it. The
# daemon says nothing to our outputs: whoever waits for them to close would wait for the daemon.
exec dbus-run-session -- sh -c '
  printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
  exec "$0" "$@"
' "$(dirname "$0")/../../out/runtime/electron" "$@"
