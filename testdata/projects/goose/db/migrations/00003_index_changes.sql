-- +goose NO TRANSACTION
-- +goose Up
CREATE INDEX CONCURRENTLY readers_changed_at ON readers (changed_at);

-- +goose Down
DROP INDEX CONCURRENTLY readers_changed_at;
