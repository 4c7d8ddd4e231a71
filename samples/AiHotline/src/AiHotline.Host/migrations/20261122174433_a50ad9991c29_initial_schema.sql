-- migration: Initial schema
-- revision:  a50ad9991c29
-- created:   2026-11-22T17:44:33Z
-- hash:      h1:989dd1c2bbb42c248ae1a2bcfd95f91d0051ef0333606e669dfa61f85587045e

-- hm:upgrade
CREATE SCHEMA notifications;

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE EXTENSION IF NOT EXISTS citext;

CREATE EXTENSION IF NOT EXISTS hstore;

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TYPE notifications.channel_kind AS ENUM ('email', 'sms', 'webhook');

CREATE TYPE call_status AS ENUM ('ringing', 'in_progress', 'completed', 'missed');

CREATE TYPE tenant_plan AS ENUM ('trial', 'standard', 'enterprise');

CREATE TYPE user_role AS ENUM ('agent', 'supervisor', 'administrator');

CREATE SEQUENCE call_reference START WITH 100000;

CREATE TABLE tenants (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name character varying(200) NOT NULL,
    slug character varying(63) NOT NULL,
    plan tenant_plan DEFAULT 'trial' NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT tenants_pkey PRIMARY KEY (id),
    CONSTRAINT tenants_slug_key UNIQUE (slug),
    CONSTRAINT tenants_slug_check CHECK (slug ~ '^[a-z0-9-]+$')
);

COMMENT ON TABLE tenants IS 'An organisation that runs a hotline';

COMMENT ON COLUMN tenants.slug IS 'The tenant''s part of its address';

CREATE TABLE notifications.channels (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    name text NOT NULL,
    kind notifications.channel_kind NOT NULL,
    options hstore NOT NULL,
    CONSTRAINT channels_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT channels_tenant_id_name_key UNIQUE (tenant_id, name),
    CONSTRAINT channels_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE CASCADE
);

ALTER TABLE notifications.channels ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_isolation ON notifications.channels USING (tenant_id = (SELECT current_setting('app.tenant_id', true)::uuid));

CREATE TABLE phone_numbers (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    number character varying(16) NOT NULL,
    active boolean DEFAULT true NOT NULL,
    opens_at time without time zone NOT NULL,
    closes_at time without time zone NOT NULL,
    CONSTRAINT phone_numbers_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT phone_numbers_tenant_id_number_key UNIQUE (tenant_id, number),
    CONSTRAINT phone_numbers_number_check CHECK (number ~ '^\+[1-9][0-9]{6,14}$'),
    CONSTRAINT phone_numbers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE CASCADE
);

ALTER TABLE phone_numbers ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_isolation ON phone_numbers USING (tenant_id = (SELECT current_setting('app.tenant_id', true)::uuid));

COMMENT ON COLUMN phone_numbers.number IS 'E.164, with the plus sign';

CREATE TABLE users (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    email citext NOT NULL,
    first_name character varying(100) NOT NULL,
    last_name character varying(100) NOT NULL,
    role user_role DEFAULT 'agent' NOT NULL,
    locale character varying(35) DEFAULT 'en' NOT NULL,
    last_seen_at timestamp with time zone,
    CONSTRAINT users_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT users_tenant_id_email_key UNIQUE (tenant_id, email),
    CONSTRAINT users_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE CASCADE
);

CREATE INDEX users_tenant_id_lower_last_name_idx ON users (tenant_id, (lower(last_name)));

ALTER TABLE users ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_isolation ON users USING (tenant_id = (SELECT current_setting('app.tenant_id', true)::uuid));

CREATE TABLE calls (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    reference bigint DEFAULT nextval('call_reference') NOT NULL,
    phone_number_id uuid NOT NULL,
    agent_id uuid,
    caller_number character varying(16) NOT NULL,
    status call_status DEFAULT 'ringing' NOT NULL,
    priority smallint DEFAULT 1 NOT NULL,
    topics text[] DEFAULT '{}' NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    duration_seconds integer GENERATED ALWAYS AS (EXTRACT(epoch FROM ended_at - started_at)::integer) STORED,
    sentiment numeric(5,4),
    gateway inet,
    CONSTRAINT calls_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT calls_sentiment_check CHECK (sentiment BETWEEN -1 AND 1),
    CONSTRAINT ck_calls_ends_after_start CHECK (ended_at IS NULL OR ended_at >= started_at),
    CONSTRAINT calls_tenant_id_agent_id_fkey FOREIGN KEY (tenant_id, agent_id) REFERENCES users (tenant_id, id),
    CONSTRAINT calls_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE CASCADE,
    CONSTRAINT calls_tenant_id_phone_number_id_fkey FOREIGN KEY (tenant_id, phone_number_id) REFERENCES phone_numbers (tenant_id, id) ON DELETE RESTRICT
);

CREATE INDEX calls_tenant_id_agent_id_idx ON calls (tenant_id, agent_id) WHERE agent_id IS NOT NULL;

CREATE INDEX calls_tenant_id_phone_number_id_idx ON calls (tenant_id, phone_number_id);

CREATE INDEX calls_tenant_id_started_at_idx ON calls (tenant_id, started_at DESC) INCLUDE (status);

CREATE INDEX calls_topics_gin_idx ON calls USING gin (topics);

ALTER TABLE calls ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_isolation ON calls USING (tenant_id = (SELECT current_setting('app.tenant_id', true)::uuid));

COMMENT ON COLUMN calls.reference IS 'What an agent reads out to the caller';

CREATE TABLE notifications.notifications (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    channel_id uuid NOT NULL,
    recipient_id uuid NOT NULL,
    call_id uuid,
    subject text NOT NULL,
    body text,
    due_at timestamp with time zone,
    sent_at timestamp with time zone,
    CONSTRAINT notifications_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT notifications_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES calls (tenant_id, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT notifications_tenant_id_channel_id_fkey FOREIGN KEY (tenant_id, channel_id) REFERENCES notifications.channels (tenant_id, id),
    CONSTRAINT notifications_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE CASCADE,
    CONSTRAINT notifications_tenant_id_recipient_id_fkey FOREIGN KEY (tenant_id, recipient_id) REFERENCES users (tenant_id, id) ON DELETE CASCADE
);

CREATE INDEX notifications_tenant_id_call_id_idx ON notifications.notifications (tenant_id, call_id);

CREATE INDEX notifications_tenant_id_channel_id_idx ON notifications.notifications (tenant_id, channel_id);

CREATE INDEX notifications_tenant_id_due_at_idx ON notifications.notifications (tenant_id, due_at NULLS FIRST) WHERE sent_at IS NULL;

CREATE INDEX notifications_tenant_id_recipient_id_created_at_idx ON notifications.notifications (tenant_id, recipient_id, created_at);

ALTER TABLE notifications.notifications ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_isolation ON notifications.notifications USING (tenant_id = (SELECT current_setting('app.tenant_id', true)::uuid));

CREATE TABLE notifications.deliveries (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    notification_id uuid NOT NULL,
    attempt integer DEFAULT 1 NOT NULL,
    status_code smallint,
    error text,
    CONSTRAINT deliveries_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT deliveries_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE CASCADE,
    CONSTRAINT deliveries_tenant_id_notification_id_fkey FOREIGN KEY (tenant_id, notification_id) REFERENCES notifications.notifications (tenant_id, id) ON DELETE CASCADE
) WITH (fillfactor=80);

CREATE INDEX deliveries_tenant_id_notification_id_idx ON notifications.deliveries (tenant_id, notification_id);

ALTER TABLE notifications.deliveries ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_isolation ON notifications.deliveries USING (tenant_id = (SELECT current_setting('app.tenant_id', true)::uuid));

CREATE TABLE api_keys (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    name character varying(100) NOT NULL,
    hash bytea NOT NULL,
    scopes text[] DEFAULT '{}' NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT api_keys_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT api_keys_hash_check CHECK (octet_length(hash) = 32),
    CONSTRAINT api_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE CASCADE
);

CREATE INDEX api_keys_tenant_id_expires_at_idx ON api_keys (tenant_id, expires_at) WHERE revoked_at IS NULL;

ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_isolation ON api_keys USING (tenant_id = (SELECT current_setting('app.tenant_id', true)::uuid));

CREATE TABLE call_events (
    tenant_id uuid NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    call_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    payload jsonb,
    CONSTRAINT call_events_pkey PRIMARY KEY (tenant_id, at, id)
) PARTITION BY RANGE (at);

CREATE INDEX call_events_tenant_id_call_id_at_idx ON call_events (tenant_id, call_id, at);

COMMENT ON TABLE call_events IS 'Append-only; old partitions are dropped as a whole';

CREATE TABLE call_events_2026 PARTITION OF call_events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

CREATE TABLE call_events_later PARTITION OF call_events DEFAULT;

CREATE TABLE recordings (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    call_id uuid NOT NULL,
    location text NOT NULL,
    bytes bigint NOT NULL,
    delete_after date,
    CONSTRAINT recordings_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT recordings_tenant_id_call_id_key UNIQUE (tenant_id, call_id),
    CONSTRAINT recordings_bytes_check CHECK (bytes > 0),
    CONSTRAINT recordings_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES calls (tenant_id, id) ON DELETE CASCADE,
    CONSTRAINT recordings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE CASCADE
);

ALTER TABLE recordings ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_isolation ON recordings USING (tenant_id = (SELECT current_setting('app.tenant_id', true)::uuid));

CREATE TABLE shifts (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    user_id uuid NOT NULL,
    during tstzrange NOT NULL,
    break interval NOT NULL,
    CONSTRAINT shifts_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT ex_shifts_one_at_a_time EXCLUDE USING gist (tenant_id WITH =, user_id WITH =, during WITH &&),
    CONSTRAINT shifts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE CASCADE,
    CONSTRAINT shifts_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id) ON DELETE CASCADE
);

ALTER TABLE shifts ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_isolation ON shifts USING (tenant_id = (SELECT current_setting('app.tenant_id', true)::uuid));

COMMENT ON TABLE shifts IS 'Who answers when; nobody is on two shifts at once';

CREATE TABLE teams (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    name character varying(100) COLLATE "C" NOT NULL,
    capacity smallint DEFAULT 10 NOT NULL,
    CONSTRAINT teams_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT teams_tenant_id_name_key UNIQUE (tenant_id, name),
    CONSTRAINT teams_capacity_check CHECK (capacity BETWEEN 1 AND 1000),
    CONSTRAINT teams_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE CASCADE
);

ALTER TABLE teams ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_isolation ON teams USING (tenant_id = (SELECT current_setting('app.tenant_id', true)::uuid));

CREATE TABLE team_members (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    team_id uuid NOT NULL,
    user_id uuid NOT NULL,
    is_lead boolean DEFAULT false NOT NULL,
    CONSTRAINT team_members_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT team_members_tenant_id_team_id_user_id_key UNIQUE (tenant_id, team_id, user_id),
    CONSTRAINT team_members_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE CASCADE,
    CONSTRAINT team_members_tenant_id_team_id_fkey FOREIGN KEY (tenant_id, team_id) REFERENCES teams (tenant_id, id) ON DELETE CASCADE,
    CONSTRAINT team_members_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id) ON DELETE CASCADE
);

CREATE INDEX team_members_tenant_id_user_id_idx ON team_members (tenant_id, user_id);

ALTER TABLE team_members ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_isolation ON team_members USING (tenant_id = (SELECT current_setting('app.tenant_id', true)::uuid));

CREATE TABLE tenant_settings (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    key text NOT NULL,
    value jsonb NOT NULL,
    CONSTRAINT tenant_settings_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT tenant_settings_tenant_id_key_key UNIQUE (tenant_id, key),
    CONSTRAINT tenant_settings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE CASCADE
);

ALTER TABLE tenant_settings ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_isolation ON tenant_settings USING (tenant_id = (SELECT current_setting('app.tenant_id', true)::uuid));

CREATE TABLE transcript_segments (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    call_id uuid NOT NULL,
    "position" integer NOT NULL,
    speaker text NOT NULL,
    text text NOT NULL,
    confidence real NOT NULL,
    CONSTRAINT transcript_segments_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT transcript_segments_tenant_id_call_id_position_key UNIQUE (tenant_id, call_id, "position"),
    CONSTRAINT transcript_segments_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES calls (tenant_id, id) ON DELETE CASCADE,
    CONSTRAINT transcript_segments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE CASCADE
);

CREATE INDEX transcript_segments_text_gin_idx ON transcript_segments USING gin (text gin_trgm_ops);

ALTER TABLE transcript_segments ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_isolation ON transcript_segments USING (tenant_id = (SELECT current_setting('app.tenant_id', true)::uuid));

-- hm:downgrade
-- data loss: all rows of notifications.deliveries
DROP TABLE notifications.deliveries;

-- data loss: all rows of notifications.notifications
DROP TABLE notifications.notifications;

-- data loss: all rows of notifications.channels
DROP TABLE notifications.channels;

-- data loss: all rows of api_keys
DROP TABLE api_keys;

-- data loss: all rows of call_events_2026
DROP TABLE call_events_2026;

-- data loss: all rows of call_events_later
DROP TABLE call_events_later;

-- data loss: all rows of call_events
DROP TABLE call_events;

-- data loss: all rows of recordings
DROP TABLE recordings;

-- data loss: all rows of transcript_segments
DROP TABLE transcript_segments;

-- data loss: all rows of calls
DROP TABLE calls;

-- data loss: all rows of phone_numbers
DROP TABLE phone_numbers;

-- data loss: all rows of shifts
DROP TABLE shifts;

-- data loss: all rows of team_members
DROP TABLE team_members;

-- data loss: all rows of teams
DROP TABLE teams;

-- data loss: all rows of tenant_settings
DROP TABLE tenant_settings;

-- data loss: all rows of users
DROP TABLE users;

-- data loss: all rows of tenants
DROP TABLE tenants;

-- data loss: the position of the sequence call_reference
DROP SEQUENCE call_reference;

DROP TYPE notifications.channel_kind;

DROP TYPE call_status;

DROP TYPE tenant_plan;

DROP TYPE user_role;

DROP EXTENSION btree_gist;

DROP EXTENSION citext;

DROP EXTENSION hstore;

DROP EXTENSION pg_trgm;

DROP SCHEMA notifications;
