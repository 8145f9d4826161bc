--liquibase formatted sql

--changeset ann:create-tickets
CREATE TABLE tickets (
  id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
  title varchar(200) NOT NULL
);
--rollback DROP TABLE tickets;

--changeset ann:index-tickets
CREATE INDEX tickets_title ON tickets (title);
--rollback DROP INDEX tickets_title ON tickets;
