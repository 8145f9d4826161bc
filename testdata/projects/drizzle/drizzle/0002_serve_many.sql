ALTER TABLE "recipes" ADD COLUMN "servings" integer NOT NULL;--> statement-breakpoint
CREATE INDEX "recipes_title" ON "recipes" USING btree ("title");
