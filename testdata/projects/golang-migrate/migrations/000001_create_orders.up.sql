CREATE TABLE orders (
  id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  reference varchar(40) NOT NULL,
  total decimal(10, 2) NOT NULL
) ENGINE = InnoDB;
