-- migrate:up transaction:false
CREATE INDEX CONCURRENTLY ticket_title_idx ON ticket (title);

-- migrate:down transaction:false
DROP INDEX CONCURRENTLY ticket_title_idx;
