-- Create "vans" table
CREATE TABLE "vans" ("id" bigserial NOT NULL, "plate" text NOT NULL, PRIMARY KEY ("id"));
