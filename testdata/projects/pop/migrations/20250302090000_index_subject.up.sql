CREATE INDEX tickets_subject_idx ON tickets (subject);
