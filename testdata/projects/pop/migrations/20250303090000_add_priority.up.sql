ALTER TABLE tickets ADD COLUMN priority text NOT NULL;
