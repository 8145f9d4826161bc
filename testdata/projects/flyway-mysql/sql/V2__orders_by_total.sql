CREATE INDEX orders_total_idx ON orders (total) ALGORITHM=INPLACE LOCK=NONE;
