CREATE TABLE beds (
    id serial PRIMARY KEY,
    planted_at timestamptz NOT NULL DEFAULT now()
);
