--liquibase formatted sql

--changeset ann:add-due-date
ALTER TABLE tickets ADD COLUMN due_on date NOT NULL;
--rollback ALTER TABLE tickets DROP COLUMN due_on;
