ALTER TABLE "rooms" ADD COLUMN "seats" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "floor" integer NOT NULL;