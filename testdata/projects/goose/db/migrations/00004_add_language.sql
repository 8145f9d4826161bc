-- +goose Up
-- +goose StatementBegin
ALTER TABLE readers ADD COLUMN language text NOT NULL;
-- +goose StatementEnd

-- +goose Down
-- +goose StatementBegin
ALTER TABLE readers DROP COLUMN language;
-- +goose StatementEnd
