CREATE TABLE "Post" (
    "id" SERIAL NOT NULL,
    "title" VARCHAR(191) NOT NULL,
    "views" INTEGER,
    "authorId" INTEGER NOT NULL,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "Draft" ("id" SERIAL NOT NULL, CONSTRAINT "Draft_pkey" PRIMARY KEY ("id"));
CREATE TABLE "Author" ("id" SERIAL NOT NULL, CONSTRAINT "Author_pkey" PRIMARY KEY ("id"));
CREATE INDEX "Post_title_idx" ON "Post"("title");
CREATE INDEX "Post_views_idx" ON "Post"("views");
ALTER TABLE "Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Author"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- the migration
-- DropForeignKey
ALTER TABLE "Post" DROP CONSTRAINT "Post_authorId_fkey";

-- DropIndex
DROP INDEX "Post_title_idx";

-- AlterTable
ALTER TABLE "Post" DROP COLUMN "views",
ADD COLUMN     "views" BIGINT NOT NULL DEFAULT 0,
ALTER COLUMN "title" SET DATA TYPE TEXT;

-- AlterTable
ALTER TABLE "Post" RENAME COLUMN "authorId" TO "writerId";

-- RenameTable
ALTER TABLE "Author" RENAME TO "Writer";
ALTER TABLE "Writer" RENAME CONSTRAINT "Author_pkey" TO "Writer_pkey";

-- DropTable
DROP TABLE "Draft";

-- CreateIndex
CREATE UNIQUE INDEX "Post_title_key" ON "Post"("title");

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_writerId_fkey" FOREIGN KEY ("writerId") REFERENCES "Writer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- RenameIndex
ALTER INDEX "Post_pkey" RENAME TO "Post_id_pkey";
