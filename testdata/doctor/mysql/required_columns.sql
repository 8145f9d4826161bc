CREATE TABLE `Server` (
    `id` INTEGER NOT NULL AUTO_INCREMENT,
    `hostname` VARCHAR(191) NOT NULL,
    `label` VARCHAR(191) NULL,
    `kind` ENUM('REDIRECT', 'KUMA') NOT NULL DEFAULT 'KUMA',

    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE TABLE `User` (`id` VARCHAR(191) NOT NULL, PRIMARY KEY (`id`)) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
-- the migration
-- AlterTable
ALTER TABLE `Server` ADD COLUMN `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    ADD COLUMN `ownerId` VARCHAR(191) NOT NULL,
    ADD COLUMN `active` BOOLEAN NOT NULL DEFAULT true,
    ADD COLUMN `data` JSON NULL;

-- AlterTable
ALTER TABLE `Server` MODIFY `label` VARCHAR(191) NOT NULL,
    MODIFY `kind` ENUM('REDIRECT', 'KUMA', 'PING') NOT NULL DEFAULT 'KUMA';

-- CreateTable
CREATE TABLE `Tunnel` (
    `id` BIGINT NOT NULL AUTO_INCREMENT,
    `serverId` INTEGER NOT NULL,
    `rate` DECIMAL(65, 30) NOT NULL DEFAULT 0,

    UNIQUE INDEX `Tunnel_rate_key`(`rate`),
    INDEX `Tunnel_serverId_idx`(`serverId`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateIndex
CREATE UNIQUE INDEX `Server_hostname_key` ON `Server`(`hostname`);

-- AddForeignKey
ALTER TABLE `Server` ADD CONSTRAINT `Server_ownerId_fkey` FOREIGN KEY (`ownerId`) REFERENCES `User`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `Tunnel` ADD CONSTRAINT `Tunnel_serverId_fkey` FOREIGN KEY (`serverId`) REFERENCES `Server`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;
