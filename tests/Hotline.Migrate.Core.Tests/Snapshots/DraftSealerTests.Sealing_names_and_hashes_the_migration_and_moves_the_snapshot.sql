-- migration: Add users
-- revision:  6c6fcf9133ce
-- created:   2026-11-22T10:15:00Z
-- hash:      h1:b4d2391c030bce8083f9a968853134c563ccfaa10c69ed3f1f757528413df77f

-- hm:upgrade
CREATE TABLE users (
    name text
);

-- hm:downgrade
-- data loss: all rows of users
DROP TABLE users;
