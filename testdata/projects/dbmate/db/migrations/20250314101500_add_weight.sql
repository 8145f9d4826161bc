-- migrate:up
ALTER TABLE parcels ADD COLUMN grams integer NOT NULL;

-- migrate:down
ALTER TABLE parcels DROP COLUMN grams;
