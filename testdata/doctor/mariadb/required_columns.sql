CREATE TABLE orders (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, note varchar(50), total decimal(10,2));
-- the migration
ALTER TABLE orders ADD COLUMN data JSON NOT NULL, ADD COLUMN state ENUM('open','done') NOT NULL DEFAULT 'open';
UPDATE orders SET note = '' WHERE note IS NULL;
ALTER TABLE orders MODIFY note varchar(50) NOT NULL;
ALTER TABLE orders ADD CONSTRAINT total_positive CHECK (total >= 0);
CREATE INDEX orders_note_idx ON orders (note(10));
ALTER TABLE orders ADD UNIQUE (total);
ALTER TABLE orders ALTER COLUMN total SET DEFAULT 0;
