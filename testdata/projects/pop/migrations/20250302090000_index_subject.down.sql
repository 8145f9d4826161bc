DROP INDEX tickets_subject_idx;
