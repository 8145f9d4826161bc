ALTER TABLE orders ADD COLUMN status varchar(20) NOT NULL COMMENT 'belongs to ${team}';
ALTER TABLE customer ADD COLUMN name varchar(190) NOT NULL, ADD COLUMN points integer NOT NULL DEFAULT 0;
