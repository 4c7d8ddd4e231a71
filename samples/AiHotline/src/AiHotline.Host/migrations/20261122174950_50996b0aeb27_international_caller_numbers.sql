-- migration: International caller numbers
-- revision:  50996b0aeb27
-- parents:   a76a3c7aabab
-- created:   2026-11-22T17:49:50Z
-- hash:      h1:7b269480628cab5a759a91fef851068c9a7b07b3baca001794aa9e7b8aaa006b

-- hm:upgrade
-- hm:code AiHotline.Host.DataMigrations.InternationalCallerNumbers

ALTER TABLE calls ADD CONSTRAINT calls_caller_number_check CHECK (caller_number ~ '^\+[1-9][0-9]{6,14}$');

-- hm:downgrade
-- The numbers stay as they are: they were right before, too.
ALTER TABLE calls DROP CONSTRAINT calls_caller_number_check;
