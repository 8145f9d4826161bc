CREATE INDEX CONCURRENTLY beds_planted_at ON beds (planted_at);
