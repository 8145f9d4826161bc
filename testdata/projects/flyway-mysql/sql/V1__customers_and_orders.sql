CREATE TABLE customer (
  id bigint AUTO_INCREMENT PRIMARY KEY,
  email varchar(190) NOT NULL UNIQUE
);

CREATE TABLE orders (
  id bigint AUTO_INCREMENT PRIMARY KEY,
  customer_id bigint NOT NULL,
  total decimal(10, 2) NOT NULL,
  FOREIGN KEY (customer_id) REFERENCES customer (id)
) COMMENT 'belongs to ${team}';
