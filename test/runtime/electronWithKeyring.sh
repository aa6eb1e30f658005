#!/bin/sh
# Starts the compatibility runtime inside a session bus of its own with an unlocked key ring, so that safeStorage has a
# real store behind it. The key ring lies in XDG_DATA_HOME, which the caller sets to keep a person's own one out of it.
exec dbus-run-session -- sh -c '
  printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null
  exec "$0" "$@"
' "$(dirname "$0")/../../out/runtime/electron" "$@"
