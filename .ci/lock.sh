#!/bin/sh
# Make the lock files anew from requirements.in and requirements-dev.in. Needs the network and .venv.
# Exact versions with the hashes of every file of a release, so that one lock serves Linux and Windows;
# no download address and no path goes into it. Pass --upgrade to move to the newest allowed versions.
set -eu
cd "$(dirname "$0")"
for name in requirements requirements-dev; do
    CUSTOM_COMPILE_COMMAND="make lock" ../.venv/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
        --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options \
        --output-file "$name.txt" "$@" "$name.in"
done
