\set ON_ERROR_STOP on

CREATE TABLE IF NOT EXISTS "public"."hotline_migrations" (
    revision text PRIMARY KEY,
    parents text[] NOT NULL,
    depends_on text[] NOT NULL,
    message text NOT NULL,
    hash text NOT NULL,
    is_draft boolean NOT NULL,
    upgrade_text text,
    downgrade_text text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    applied_by text NOT NULL DEFAULT session_user,
    duration_ms bigint NOT NULL,
    tool_version text NOT NULL,
    position bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    format_version integer NOT NULL DEFAULT 1
);
CREATE TABLE IF NOT EXISTS "public"."hotline_migrations_log" (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    event text NOT NULL,
    revision text NOT NULL,
    message text NOT NULL,
    hash text NOT NULL,
    role text NOT NULL DEFAULT session_user,
    client text NOT NULL,
    duration_ms bigint NOT NULL,
    tool_version text NOT NULL,
    detail text
);
CREATE TABLE IF NOT EXISTS "public"."hotline_migrations_journal" (
    revision text NOT NULL,
    direction text NOT NULL,
    finished integer NOT NULL,
    prefix_hash text NOT NULL,
    running integer,
    failed boolean NOT NULL DEFAULT false,
    batch_key text,
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (revision, direction)
);

-- upgrade r1: add r1
BEGIN;
CREATE TABLE r1 (id int);
WITH applied AS (
    INSERT INTO "public"."hotline_migrations" (revision, parents, depends_on, message, hash, is_draft, upgrade_text, downgrade_text, duration_ms, tool_version)
    VALUES ('r1', string_to_array('', ' '), string_to_array('', ' '), 'add r1', 'h1:33e55c33509803a5b836546a7284387c503bf99175f914b7e6fd3010ed13e9e4', false, NULL, 'DROP TABLE r1;
', coalesce(0 + (extract(epoch FROM clock_timestamp() - transaction_timestamp()) * 1000)::bigint, 0), '0.1.0')
    RETURNING revision, message, hash, duration_ms, tool_version)
INSERT INTO "public"."hotline_migrations_log" (event, revision, message, hash, client, duration_ms, tool_version)
SELECT 'upgrade', revision, message, hash, 'script', duration_ms, tool_version FROM applied;
COMMIT;

-- upgrade r2: add r2
BEGIN;
CREATE TABLE r2 (id int);
WITH applied AS (
    INSERT INTO "public"."hotline_migrations" (revision, parents, depends_on, message, hash, is_draft, upgrade_text, downgrade_text, duration_ms, tool_version)
    VALUES ('r2', string_to_array('r1', ' '), string_to_array('', ' '), 'add r2', 'h1:780b99b08f362df43fee9dfc275ab83cedb20639bea337539a2ad1d562f78ce8', false, NULL, 'DROP TABLE r2;
', coalesce(0 + (extract(epoch FROM clock_timestamp() - transaction_timestamp()) * 1000)::bigint, 0), '0.1.0')
    RETURNING revision, message, hash, duration_ms, tool_version)
INSERT INTO "public"."hotline_migrations_log" (event, revision, message, hash, client, duration_ms, tool_version)
SELECT 'upgrade', revision, message, hash, 'script', duration_ms, tool_version FROM applied;
COMMIT;

-- upgrade r3: it's a \ backslash
BEGIN;
INSERT INTO r1 VALUES (1);
COMMIT;
CREATE INDEX CONCURRENTLY i ON r1 (id);
BEGIN;
WITH applied AS (
    INSERT INTO "public"."hotline_migrations" (revision, parents, depends_on, message, hash, is_draft, upgrade_text, downgrade_text, duration_ms, tool_version)
    VALUES ('r3', string_to_array('r2', ' '), string_to_array('', ' '), E'it''s a \\ backslash', 'h1:4942ce1eb36754b576787a87f4fbdf7a56ca24b1dce3f9af546649268cb61c24', false, NULL, 'DROP INDEX i; DELETE FROM r1 WHERE id = 1;
', coalesce(0 + (extract(epoch FROM clock_timestamp() - transaction_timestamp()) * 1000)::bigint, 0), '0.1.0')
    RETURNING revision, message, hash, duration_ms, tool_version)
INSERT INTO "public"."hotline_migrations_log" (event, revision, message, hash, client, duration_ms, tool_version)
SELECT 'upgrade', revision, message, hash, 'script', duration_ms, tool_version FROM applied;
COMMIT;
