-- +goose Up
CREATE TABLE readers (
    id bigserial PRIMARY KEY,
    email text NOT NULL UNIQUE
);

-- +goose Down
DROP TABLE readers;
