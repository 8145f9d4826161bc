CREATE TABLE rooms (
    id serial PRIMARY KEY,
    name text NOT NULL
);
