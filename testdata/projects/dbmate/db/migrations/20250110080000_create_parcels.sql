-- migrate:up
CREATE TABLE parcels (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label text NOT NULL
);

-- migrate:down
DROP TABLE parcels;
