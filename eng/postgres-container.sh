#!/usr/bin/env bash
# A throw-away PostgreSQL in a container, for a machine that has Docker and neither PostgreSQL binaries nor npm.
#   eng/postgres-container.sh start NAME    starts it and prints its URL
#   eng/postgres-container.sh stop NAME     removes it
set -euo pipefail

[ $# -eq 2 ] || { echo "Usage: $0 start|stop NAME" >&2; exit 2; }
name="$2"

case "$1" in
    start)
        password="$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
        # The password goes by the environment: arguments can be seen by every user.
        POSTGRES_PASSWORD="$password" docker run --detach --rm --name "$name" --env POSTGRES_PASSWORD \
            --publish 127.0.0.1::5432 "postgres:${HOTLINE_MIGRATE_PGMAJOR:-18}" -c fsync=off >&2
        # While the image sets itself up, its server listens on a socket only: TCP answers when all is done.
        for _ in $(seq 1 120); do
            if docker exec "$name" pg_isready --quiet --host=127.0.0.1 --username=postgres; then
                port="$(docker port "$name" 5432/tcp | head -n 1 | sed 's/.*://')"
                echo "postgresql://postgres:$password@127.0.0.1:$port/postgres"
                exit 0
            fi
            sleep 0.5
        done
        docker logs "$name" >&2 || true
        docker rm --force --volumes "$name" >/dev/null
        echo "The PostgreSQL container did not start." >&2
        exit 1
        ;;
    stop)
        docker rm --force --volumes "$name" >/dev/null
        ;;
    *)
        echo "Usage: $0 start|stop NAME" >&2
        exit 2
        ;;
esac
