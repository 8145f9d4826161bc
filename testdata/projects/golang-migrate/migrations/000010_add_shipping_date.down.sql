ALTER TABLE orders DROP COLUMN ships_on;
