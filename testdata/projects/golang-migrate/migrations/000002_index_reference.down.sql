DROP INDEX orders_reference ON orders;
