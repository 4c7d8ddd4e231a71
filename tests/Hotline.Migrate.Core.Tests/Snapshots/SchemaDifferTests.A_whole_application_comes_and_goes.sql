-- hm:upgrade
CREATE SCHEMA billing;

COMMENT ON SCHEMA billing IS 'Money';

CREATE EXTENSION IF NOT EXISTS citext;

CREATE TYPE user_status AS ENUM ('active', 'blocked');

CREATE SEQUENCE billing.invoice_number AS integer START WITH 1000;

CREATE TABLE billing.invoices (
    id bigint GENERATED ALWAYS AS IDENTITY,
    number integer DEFAULT nextval('billing.invoice_number'::regclass) NOT NULL,
    CONSTRAINT invoices_pkey PRIMARY KEY (id)
);

CREATE TABLE users (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tenant_id uuid NOT NULL,
    email character varying(200) NOT NULL,
    status user_status DEFAULT 'active' NOT NULL,
    CONSTRAINT users_pkey PRIMARY KEY (id),
    CONSTRAINT users_email_key UNIQUE (tenant_id, email),
    CONSTRAINT users_email_check CHECK (email <> '')
);

ALTER TABLE users ENABLE ROW LEVEL SECURITY;

ALTER TABLE users FORCE ROW LEVEL SECURITY;

CREATE POLICY same_tenant ON users USING (tenant_id = current_setting('app.tenant')::uuid);

COMMENT ON TABLE users IS 'Who may call';

CREATE TABLE calls (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tenant_id uuid NOT NULL,
    user_id bigint NOT NULL,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    note text,
    CONSTRAINT calls_pkey PRIMARY KEY (id),
    CONSTRAINT calls_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

CREATE INDEX calls_started_at_idx ON calls (tenant_id, started_at);

-- hm:downgrade
-- data loss: all rows of billing.invoices
DROP TABLE billing.invoices;

-- data loss: all rows of calls
DROP TABLE calls;

-- data loss: all rows of users
DROP TABLE users;

-- data loss: the position of the sequence billing.invoice_number
DROP SEQUENCE billing.invoice_number;

DROP TYPE user_status;

DROP EXTENSION citext;

DROP SCHEMA billing;
