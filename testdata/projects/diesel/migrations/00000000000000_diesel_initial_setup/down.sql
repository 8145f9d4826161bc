DROP FUNCTION keep_planted_at();
