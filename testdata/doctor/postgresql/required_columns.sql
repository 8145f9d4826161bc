CREATE TYPE "ServerType" AS ENUM ('REDIRECT', 'KUMA');
CREATE TABLE "Server" (
    "id" SERIAL NOT NULL,
    "hostname" TEXT NOT NULL,
    "label" TEXT,

    CONSTRAINT "Server_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "User" ("id" TEXT NOT NULL, CONSTRAINT "User_pkey" PRIMARY KEY ("id"));
-- the migration
-- AlterTable
ALTER TABLE "Server" ADD COLUMN     "ownerId" TEXT NOT NULL,
ADD COLUMN     "sshPort" INTEGER NOT NULL,
ADD COLUMN     "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "Server" ALTER COLUMN "label" SET NOT NULL,
ALTER COLUMN "label" SET DEFAULT 'none';

-- CreateTable
CREATE TABLE "Tunnel" (
    "id" BIGSERIAL NOT NULL,
    "serverId" INTEGER NOT NULL,
    "rate" DECIMAL(65,30) NOT NULL DEFAULT 0,
    "tags" TEXT[],
    "kind" "ServerType" NOT NULL DEFAULT 'KUMA',

    CONSTRAINT "Tunnel_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Server_sshPort_key" ON "Server"("sshPort");

-- CreateIndex
CREATE INDEX "Tunnel_serverId_rate_idx" ON "Tunnel"("serverId", "rate" DESC);

-- AddForeignKey
ALTER TABLE "Server" ADD CONSTRAINT "Server_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tunnel" ADD CONSTRAINT "Tunnel_serverId_fkey" FOREIGN KEY ("serverId") REFERENCES "Server"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
