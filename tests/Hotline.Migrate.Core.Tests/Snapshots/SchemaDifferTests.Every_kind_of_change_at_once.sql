-- hm:upgrade
ALTER TABLE users RENAME TO members;

ALTER TABLE members RENAME COLUMN email TO mail;

ALTER TYPE user_status ADD VALUE 'invited' BEFORE 'blocked';

-- hm:step after-new-labels

ALTER TABLE calls DROP CONSTRAINT calls_user_id_fkey;

ALTER INDEX calls_started_at_idx RENAME TO calls_started_idx;

ALTER TABLE calls ADD COLUMN seconds integer DEFAULT 0 NOT NULL;

CREATE INDEX calls_user_id_idx ON calls (user_id);

ALTER TABLE calls ADD CONSTRAINT calls_user_id_fkey FOREIGN KEY (user_id) REFERENCES members (id) ON DELETE RESTRICT;

-- data loss: the values of calls.note
ALTER TABLE calls DROP COLUMN note;

ALTER TABLE members DROP CONSTRAINT users_email_check;

ALTER TABLE members RENAME CONSTRAINT users_email_key TO members_mail_key;

ALTER TABLE members RENAME CONSTRAINT users_pkey TO members_pkey;

ALTER TABLE members ALTER COLUMN mail TYPE citext;

ALTER TABLE members ADD COLUMN nickname text;

UPDATE members SET nickname = split_part(mail::text, '@', 1);

ALTER TABLE members ALTER COLUMN nickname SET NOT NULL;

ALTER TABLE members ALTER COLUMN status SET DEFAULT 'invited';

ALTER TABLE members ADD CONSTRAINT members_mail_check CHECK (mail <> '');

COMMENT ON TABLE members IS NULL;

COMMENT ON COLUMN members.mail IS 'Where to write';

-- data loss: all rows of billing.invoices
DROP TABLE billing.invoices;

-- data loss: the position of the sequence billing.invoice_number
DROP SEQUENCE billing.invoice_number;

DROP SCHEMA billing;

-- hm:downgrade
-- structure only: the position of the sequence billing.invoice_number

ALTER TABLE members RENAME TO users;

ALTER TABLE users RENAME COLUMN mail TO email;

CREATE SCHEMA billing;

COMMENT ON SCHEMA billing IS 'Money';

-- fails while a row still holds 'invited': change such rows first
ALTER TYPE user_status RENAME TO user_status_old;

CREATE TYPE user_status AS ENUM ('active', 'blocked');

ALTER TABLE users
    ALTER COLUMN status DROP DEFAULT,
    ALTER COLUMN status TYPE user_status USING status::text::user_status,
    ALTER COLUMN status SET DEFAULT 'active';

DROP TYPE user_status_old;

CREATE SEQUENCE billing.invoice_number AS integer START WITH 1000;

-- structure only: the rows of billing.invoices do not come back
CREATE TABLE billing.invoices (
    id bigint GENERATED ALWAYS AS IDENTITY,
    number integer DEFAULT nextval('billing.invoice_number'::regclass) NOT NULL,
    CONSTRAINT invoices_pkey PRIMARY KEY (id)
);

ALTER TABLE calls DROP CONSTRAINT calls_user_id_fkey;

DROP INDEX calls_user_id_idx;

ALTER INDEX calls_started_idx RENAME TO calls_started_at_idx;

-- structure only: the values of calls.note do not come back
ALTER TABLE calls ADD COLUMN note text;

ALTER TABLE calls ADD CONSTRAINT calls_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;

-- data loss: the values of calls.seconds
ALTER TABLE calls DROP COLUMN seconds;

ALTER TABLE users DROP CONSTRAINT members_mail_check;

ALTER TABLE users RENAME CONSTRAINT members_mail_key TO users_email_key;

ALTER TABLE users RENAME CONSTRAINT members_pkey TO users_pkey;

ALTER TABLE users ALTER COLUMN email TYPE character varying(200);

ALTER TABLE users ADD CONSTRAINT users_email_check CHECK (email <> '');

COMMENT ON TABLE users IS 'Who may call';

COMMENT ON COLUMN users.email IS NULL;

-- data loss: the values of users.nickname
ALTER TABLE users DROP COLUMN nickname;
