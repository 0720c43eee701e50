#!/bin/sh
# Prints the path of the newest Python that the project runs on, or says what is missing.
# Each candidate is really run: a pyenv shim exists also for versions that are switched off.
set -eu

for candidate in python3.13 python3.12 python3.11 python3; do
    if found=$("$candidate" -c '
import sys
if sys.version_info < (3, 11):
    sys.exit(1)
print(sys.executable)' 2>/dev/null); then
        echo "$found"
        exit 0
    fi
done

echo "Ketjupaja needs Python 3.11 or newer, and none was found. Install it (on Debian or Ubuntu: sudo apt-get install python3 python3-venv) and try again." >&2
exit 1
