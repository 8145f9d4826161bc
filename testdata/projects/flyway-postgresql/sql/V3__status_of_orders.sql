ALTER TABLE orders ADD COLUMN status varchar(20) NOT NULL;
ALTER TABLE customer ADD COLUMN name text NOT NULL, ADD COLUMN points integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN orders.status IS 'belongs to ${team}';
