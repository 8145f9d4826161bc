ALTER TABLE books ADD COLUMN shelf integer NOT NULL;
