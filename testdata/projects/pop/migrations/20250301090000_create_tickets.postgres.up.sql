CREATE TABLE tickets (
  id uuid PRIMARY KEY,
  subject text NOT NULL,
  opened_at timestamptz NOT NULL
);
