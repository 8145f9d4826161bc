-- What the catalogue knows is compared with a server after each statement.
-- Nobody can know all of a table whose name starts with "open_".

-- Keys in columns and beside them, and the names that the server chooses.
CREATE TABLE authors (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  email VARCHAR(200) NOT NULL UNIQUE,
  age INT UNSIGNED,
  joined TIMESTAMP NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  score DECIMAL(6, 2) NOT NULL DEFAULT 1.5,
  active TINYINT(1) DEFAULT 1,
  motto VARCHAR(40) DEFAULT 'none yet',
  mood ENUM('ok', 'sad') NOT NULL DEFAULT 'ok',
  KEY (age),
  KEY (age, score),
  INDEX by_score (score DESC),
  UNIQUE (motto, age),
  UNIQUE KEY named (motto),
  FULLTEXT KEY (motto),
  CHECK (age > 0),
  CONSTRAINT small_score CHECK (score < 900)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
CREATE TABLE books (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  author_id INT,
  editor_id INT,
  second_id INT REFERENCES authors (id),
  third_id INT CONSTRAINT third REFERENCES authors (id),
  title VARCHAR(100) NOT NULL,
  isbn CHAR(13),
  size INT,
  area INT AS (size * 2) STORED,
  PRIMARY KEY (id),
  FOREIGN KEY (author_id) REFERENCES authors (id),
  CONSTRAINT books_editor FOREIGN KEY (editor_id) REFERENCES authors (id),
  KEY (title(10))
);
CREATE TABLE ordered (a INT NOT NULL, b INT, c INT UNIQUE, UNIQUE (a), KEY (a), PRIMARY KEY (b, a), KEY (b), UNIQUE KEY `primary_too` (b), CONSTRAINT by_c UNIQUE (c, a), CONSTRAINT UNIQUE (b, c));
CREATE TABLE `Mixed Case` (`Id` INT PRIMARY KEY, `na``me` VARCHAR(9) UNIQUE);
CREATE TABLE needs (a INT, b INT, FOREIGN KEY fk_index (a) REFERENCES authors (id), CONSTRAINT named_fk FOREIGN KEY other_index (b) REFERENCES authors (id));
CREATE TABLE keyed_twice (a INT, FOREIGN KEY (a) REFERENCES authors (id), FOREIGN KEY (a) REFERENCES authors (id));

-- Indexes.
CREATE INDEX by_title ON books (title);
CREATE UNIQUE INDEX by_isbn ON books (isbn) COMMENT 'x';
ALTER TABLE books ADD INDEX (title), ADD INDEX (title, isbn), ADD UNIQUE (isbn, title);
ALTER TABLE books ADD KEY (author_id, title);
ALTER TABLE books RENAME INDEX by_title TO on_title;
ALTER TABLE books ADD INDEX IF NOT EXISTS on_title (isbn), DROP COLUMN IF EXISTS nothing;
CREATE OR REPLACE INDEX on_title ON books (title, isbn);
ALTER TABLE books DROP INDEX on_title, DROP KEY by_isbn;
CREATE FULLTEXT INDEX words ON books (title);
DROP INDEX words ON books;

-- Columns come, go and change.
ALTER TABLE authors ADD COLUMN nick VARCHAR(20) UNIQUE AFTER email, ADD town VARCHAR(9) NOT NULL DEFAULT 'Bern' FIRST;
ALTER TABLE authors ADD (fax VARCHAR(9), phone VARCHAR(9) NOT NULL);
ALTER TABLE authors CHANGE town city VARCHAR(40) AFTER id;
ALTER TABLE authors MODIFY COLUMN score DOUBLE;
ALTER TABLE authors MODIFY nick VARCHAR(30) NOT NULL FIRST, MODIFY fax TEXT;
ALTER TABLE authors RENAME COLUMN phone TO telephone;
ALTER TABLE authors ALTER telephone SET DEFAULT '0', ALTER city SET DEFAULT 'x';
ALTER TABLE authors ALTER COLUMN city DROP DEFAULT;
ALTER TABLE authors DROP COLUMN nick, DROP telephone;
ALTER TABLE authors MODIFY mood ENUM('ok', 'sad', 'meh');
ALTER TABLE authors ADD seen DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6), ADD doc JSON, ADD flags BIT(3), ADD IF NOT EXISTS doc INT, ADD u UUID, ADD big BOOL DEFAULT TRUE;
ALTER TABLE books DROP COLUMN size, DROP COLUMN area;
ALTER TABLE books CHANGE `isbn` `ISBN` CHAR(13) NOT NULL DEFAULT '';
ALTER TABLE books ADD (w INT, h INT, KEY (w, h), KEY (h));
ALTER TABLE books DROP COLUMN w;

-- Constraints come, go and change.
ALTER TABLE books ADD FOREIGN KEY (second_id) REFERENCES authors (id);
ALTER TABLE books ADD CONSTRAINT books_second FOREIGN KEY (second_id) REFERENCES authors (id) ON DELETE CASCADE;
ALTER TABLE books DROP FOREIGN KEY books_ibfk_1;
ALTER TABLE books ADD FOREIGN KEY (author_id) REFERENCES authors (id);
ALTER TABLE books DROP FOREIGN KEY books_editor, DROP INDEX books_editor;
ALTER TABLE books ADD CHECK (h > 0), ADD CHECK (h < 99);
ALTER TABLE books DROP CONSTRAINT CONSTRAINT_1;
ALTER TABLE books ADD CHECK (h <> 50);
ALTER TABLE books ADD CONSTRAINT once UNIQUE (h, id);
ALTER TABLE books DROP CONSTRAINT once;
ALTER TABLE ordered DROP PRIMARY KEY;
ALTER TABLE ordered ADD PRIMARY KEY (b);
ALTER TABLE ordered DROP PRIMARY KEY, ADD CONSTRAINT ignored_name PRIMARY KEY (a);
CREATE TABLE checks (a INT CHECK (a > 0), b INT CHECK (b < 9), CHECK (a > b), CONSTRAINT c CHECK (a > 1), CHECK (b > 1));
ALTER TABLE checks DROP CONSTRAINT c;
ALTER TABLE checks DROP CONSTRAINT CONSTRAINT_1;
ALTER TABLE checks ADD CHECK (a <> b);

-- Renames.
RENAME TABLE books TO works;
ALTER TABLE works ADD FOREIGN KEY (h) REFERENCES ordered (a);
ALTER TABLE works RENAME TO opera, ADD i INT;
ALTER TABLE authors RENAME AS writers;
RENAME TABLE ordered TO ordered_old, checks TO ordered;
ALTER TABLE writers RENAME COLUMN id TO writer_id;
ALTER TABLE keyed_twice RENAME keyed;

-- Transactions do not undo.
START TRANSACTION;
CREATE TABLE stays (id SERIAL, a NVARCHAR(9), b REAL, c INTEGER(3), d YEAR, e DEC, f BLOB);
ROLLBACK;

-- Tables made from others.
CREATE TABLE open_alike LIKE writers;
CREATE TABLE open_select AS SELECT writer_id, email FROM writers;
CREATE TABLE IF NOT EXISTS writers (nothing INT);
CREATE TABLE IF NOT EXISTS open_perhaps (id INT PRIMARY KEY, a INT UNIQUE);
CREATE OR REPLACE VIEW mails AS SELECT email FROM writers;
CREATE OR REPLACE ALGORITHM=MERGE VIEW posts AS SELECT email FROM mails;
RENAME TABLE posts TO letters;
DROP VIEW mails, letters;
CREATE TABLE parts (id INT, day INT, KEY (day)) PARTITION BY RANGE (day) (PARTITION p0 VALUES LESS THAN (9), PARTITION p1 VALUES LESS THAN MAXVALUE);
ALTER TABLE parts ADD more INT DEFAULT -1;

-- A temporary table hides a permanent one.
CREATE TEMPORARY TABLE opera (x INT PRIMARY KEY);
ALTER TABLE opera ADD y INT;
DROP TEMPORARY TABLE opera;
ALTER TABLE opera ADD seen_again INT;
DROP TEMPORARY TABLE IF EXISTS opera;
CREATE TEMPORARY TABLE IF NOT EXISTS opera AS SELECT 1 AS z;
DROP TABLE opera;
ALTER TABLE opera ADD seen_once_more INT;

-- Drops.
CREATE OR REPLACE TABLE parts (a INT);
CREATE SEQUENCE open_numbers;
ALTER TABLE writers CONVERT TO CHARACTER SET utf8mb4;
ALTER TABLE writers DROP INDEX email, DROP INDEX age_2;
DROP TABLE IF EXISTS keyed, nothing;
DROP TABLE needs;
CREATE TABLE counted (id SERIAL UNIQUE, a INT, PRIMARY KEY (id, a), KEY by_a (a), CONSTRAINT to_writers FOREIGN KEY (a) REFERENCES writers (writer_id));
ALTER TABLE counted MODIFY a INT;
CREATE TABLE lonely (a INT, CONSTRAINT lonely_a FOREIGN KEY (a) REFERENCES writers (writer_id));
ALTER TABLE lonely RENAME INDEX lonely_a TO by_a;
CREATE UNIQUE INDEX lonely_once ON lonely (a);
