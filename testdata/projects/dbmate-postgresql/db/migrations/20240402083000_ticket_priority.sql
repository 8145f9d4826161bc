-- migrate:up
ALTER TABLE ticket ADD COLUMN priority integer NOT NULL;
CREATE INDEX ticket_priority_idx ON ticket (priority);

-- migrate:down
ALTER TABLE ticket DROP COLUMN priority;
