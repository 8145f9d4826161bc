-- migrate:up
CREATE TABLE ticket (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  title text NOT NULL
);

-- migrate:down
DROP TABLE ticket;
