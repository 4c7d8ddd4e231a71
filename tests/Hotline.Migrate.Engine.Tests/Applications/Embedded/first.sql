-- migration: Embedded
-- revision:  00000000e001
-- hash:      h1:e7b6d005328e702d9adeea28b83ef7113917964746e01dbc8d2314af2d1bdf88

-- hm:upgrade
CREATE TABLE embedded (n int);

-- hm:downgrade
DROP TABLE embedded;
