--liquibase formatted sql

--changeset ben:count-tickets endDelimiter:// runOnChange:true
--comment the procedure has semicolons of its own
CREATE PROCEDURE count_tickets()
BEGIN
  SELECT count(*) FROM tickets;
END//
--rollback DROP PROCEDURE count_tickets//
