CREATE TABLE customer (
  id bigserial PRIMARY KEY,
  email text NOT NULL UNIQUE
);

CREATE TABLE orders (
  id bigserial PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customer (id),
  total numeric(10, 2) NOT NULL
);

COMMENT ON TABLE orders IS 'belongs to ${team}';
