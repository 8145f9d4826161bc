CREATE TABLE "Server" ("id" SERIAL NOT NULL, "note" TEXT, CONSTRAINT "Server_pkey" PRIMARY KEY ("id"));
-- the migration
SET lock_timeout = '5s';
ALTER TABLE "Server" ADD COLUMN "sshPort" INTEGER;
UPDATE "Server" SET "sshPort" = 22 WHERE "sshPort" IS NULL;
ALTER TABLE "Server" ADD CONSTRAINT "Server_sshPort_not_null" CHECK ("sshPort" IS NOT NULL) NOT VALID;
ALTER TABLE "Server" VALIDATE CONSTRAINT "Server_sshPort_not_null";
ALTER TABLE "Server" ALTER COLUMN "sshPort" SET NOT NULL, DROP CONSTRAINT "Server_sshPort_not_null";
ALTER TABLE "Server" ADD COLUMN "scratch" TEXT;
UPDATE "Server" SET "scratch" = "note";
ALTER TABLE "Server" DROP COLUMN "scratch";
CREATE UNIQUE INDEX CONCURRENTLY "Server_sshPort_key" ON "Server"("sshPort");
ALTER TABLE "Server" ADD CONSTRAINT "Server_sshPort_unique" UNIQUE USING INDEX "Server_sshPort_key";
COMMENT ON COLUMN "Server"."sshPort" IS 'where to knock';
RESET lock_timeout;
