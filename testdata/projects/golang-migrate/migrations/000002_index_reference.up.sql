CREATE UNIQUE INDEX orders_reference ON orders (reference);
