-- +goose Up
ALTER TABLE readers ADD COLUMN changed_at timestamptz;

-- +goose StatementBegin
CREATE FUNCTION touch_reader() RETURNS trigger AS $$
BEGIN
    NEW.changed_at := now();
    RETURN NEW;
END;
$$ LANGUAGE plpgsql;
-- +goose StatementEnd

-- +goose Down
DROP FUNCTION touch_reader();
ALTER TABLE readers DROP COLUMN changed_at;
