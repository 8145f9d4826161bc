ALTER TABLE orders ADD COLUMN ships_on date NOT NULL;
