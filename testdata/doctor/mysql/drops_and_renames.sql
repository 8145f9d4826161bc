CREATE TABLE `Post` (
    `id` INTEGER NOT NULL AUTO_INCREMENT,
    `title` VARCHAR(191) NOT NULL,
    `views` INTEGER NULL,
    `authorId` INTEGER NOT NULL,

    INDEX `Post_title_idx`(`title`),
    PRIMARY KEY (`id`)
);
CREATE TABLE `Author` (`id` INTEGER NOT NULL, `name` VARCHAR(191) NOT NULL, PRIMARY KEY (`id`));
CREATE TABLE `Draft` (`id` INTEGER NOT NULL, PRIMARY KEY (`id`));
ALTER TABLE `Post` ADD CONSTRAINT `Post_authorId_fkey` FOREIGN KEY (`authorId`) REFERENCES `Author`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;
-- the migration
-- DropForeignKey
ALTER TABLE `Post` DROP FOREIGN KEY `Post_authorId_fkey`;

-- DropIndex
DROP INDEX `Post_authorId_fkey` ON `Post`;

-- AlterTable
ALTER TABLE `Post` DROP COLUMN `views`,
    ADD COLUMN `views` BIGINT NOT NULL DEFAULT 0,
    MODIFY `title` VARCHAR(500) NOT NULL;

-- AlterTable
ALTER TABLE `Author` DROP PRIMARY KEY,
    ADD COLUMN `key` VARCHAR(191) NOT NULL,
    ADD PRIMARY KEY (`key`);

-- AlterTable
ALTER TABLE `Author` CHANGE `name` `fullName` VARCHAR(255) NULL;

-- RenameTable
RENAME TABLE `Author` TO `Writer`;

-- DropTable
DROP TABLE `Draft`;

-- RenameIndex
ALTER TABLE `Post` RENAME INDEX `Post_title_idx` TO `Post_by_title`;
