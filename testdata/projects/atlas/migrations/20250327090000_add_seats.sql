-- Modify "vans" table
ALTER TABLE "vans" ADD COLUMN "seats" integer NOT NULL;
