-- What is measured on MySQL and on MariaDB; every operation is asked of every server of both.
-- Rows with an id that ends in 1 hold NULL in the columns whose names begin with nul.

-- fixture
CREATE TABLE digits (n int NOT NULL) ENGINE=InnoDB;
INSERT INTO digits VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9);

CREATE TABLE t (
  id int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  a int,
  dup int,
  uq int NOT NULL,
  big bigint,
  bigbig bigint,
  neg int,
  uns int unsigned NOT NULL DEFAULT 1,
  num decimal(10,2),
  fl float,
  c text,
  s varchar(50),
  s2 varchar(50),
  sl varchar(300),
  wide varchar(1000),
  ch char(10),
  cs varchar(30) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'x',
  l1 varchar(100) CHARACTER SET latin1,
  u3 varchar(50) CHARACTER SET utf8 COLLATE utf8_general_ci,
  u3i varchar(50) CHARACTER SET utf8 COLLATE utf8_general_ci,
  uci varchar(50) COLLATE utf8mb4_bin,
  emo varchar(50),
  bin binary(16),
  blb blob,
  js text,
  e enum('sad','ok','happy'),
  enn enum('sad','ok','happy') NOT NULL,
  en varchar(20),
  st set('a','b'),
  ts datetime,
  ts3 datetime(3),
  tsp timestamp NULL,
  dt date,
  upd timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  full_def varchar(40) NOT NULL DEFAULT 'dflt' COMMENT 'a comment',
  nul int,
  nuls varchar(20),
  nuld datetime,
  nult timestamp NULL,
  nule enum('b','a'),
  r int,
  bad int,
  KEY t_s (s),
  KEY t_sl (sl(50)),
  KEY t_u3i (u3i),
  UNIQUE KEY t_uci (uci)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

INSERT INTO t (id, a, dup, uq, big, bigbig, neg, num, fl, c, s, s2, sl, wide, ch, l1, u3, u3i, uci,
    emo, bin, blb, js, e, enn, en, st, ts, ts3, tsp, dt, nul, nuls, nuld, nult, nule, r, bad)
  SELECT id, id % 5, id % 7, 100 * id, id, 1000000000000 + id, -id, 1000.25 + id, id / 2,
    CONCAT('text ', id), CONCAT('str', id), CONCAT('str', id), CONCAT('long ', id), 'wide', 'ch',
    'l1', 'u3', CONCAT('u3 ', id), CASE id WHEN 1 THEN 'abc' WHEN 2 THEN 'aBC' ELSE CONCAT('u', id) END,
    IF(id = 1, CONVERT(x'F09F9880' USING utf8mb4), 'plain'), 'bin', 'blob', '{"k": 1}', 'ok', 'ok',
    CONCAT('ok', id % 3 + 1), 'a', '2024-06-01 12:00:00', '2024-06-01 12:00:00.987',
    '2024-06-01 12:00:00', '2024-06-01', IF(id % 10 = 1, NULL, id), IF(id % 10 = 1, NULL, 'n'),
    IF(id % 10 = 1, NULL, '2024-01-01'), IF(id % 10 = 1, NULL, '2024-01-01'),
    IF(id % 10 = 1, NULL, 'a'), id % 10 + 1, 9999
  FROM (SELECT hundreds.n * 100 + tens.n * 10 + ones.n + 1 AS id
    FROM digits hundreds, digits tens, digits ones WHERE hundreds.n < 2) ids;

CREATE TABLE p (id int NOT NULL PRIMARY KEY, v int) ENGINE=InnoDB;
INSERT INTO p SELECT n + 1, n + 1 FROM digits;

CREATE TABLE nopk (id int NOT NULL, a int, dup int, nul int) ENGINE=InnoDB;
INSERT INTO nopk SELECT id, a, dup, nul FROM t;

CREATE TABLE ic (id int) ENGINE=InnoDB;

-- let view
CREATE VIEW v AS SELECT a FROM t;

-- let trigger
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;

-- let check
ALTER TABLE t ADD CONSTRAINT ck CHECK (a >= 0);

-- let foreign_key
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES p(id);

-- let unique_key
ALTER TABLE t ADD CONSTRAINT u UNIQUE (uq);

-- let virtual_column
ALTER TABLE t ADD COLUMN gx int GENERATED ALWAYS AS (a*2) VIRTUAL;

-- let hash_partitions
ALTER TABLE t DROP INDEX t_uci;
ALTER TABLE t PARTITION BY HASH(id) PARTITIONS 4;

-- let partitions
CREATE TABLE pt (id int NOT NULL PRIMARY KEY, a int) ENGINE=InnoDB
  PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (50), PARTITION p1 VALUES LESS THAN (100000));
INSERT INTO pt SELECT id, a FROM t;

-- let exchange_table
CREATE TABLE ex (id int NOT NULL PRIMARY KEY, a int) ENGINE=InnoDB;
INSERT INTO ex SELECT id, a FROM t WHERE id < 50;

-- Each round adds a column and drops it again, which is two row versions.

-- let often_altered
CREATE PROCEDURE alter_often(versions int) WHILE versions > 0 DO ALTER TABLE t ADD COLUMN v1 int; ALTER TABLE t DROP COLUMN v1; SET versions = versions - 2; END WHILE;

-- let columns_before
CREATE TABLE before_it SELECT * FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 't';

-- let lost
SELECT COALESCE(GROUP_CONCAT(lost), 'nothing lost') FROM (
  SELECT CONCAT(CONCAT_WS(', ',
    IF(b.is_nullable = 'NO' AND n.is_nullable = 'YES', 'NOT NULL', NULL),
    IF(b.column_type LIKE '%unsigned%' AND n.column_type NOT LIKE '%unsigned%', 'UNSIGNED', NULL),
    IF(b.character_set_name <> n.character_set_name, 'CHARACTER SET', NULL),
    IF(b.collation_name <> n.collation_name, 'COLLATE', NULL),
    IF(b.extra LIKE '% generated%' AND n.extra NOT LIKE '% generated%', 'GENERATED', NULL),
    IF(b.extra LIKE '%auto_increment%' AND n.extra NOT LIKE '%auto_increment%', 'AUTO_INCREMENT', NULL),
    IF(COALESCE(b.column_default, 'NULL') <> 'NULL' AND COALESCE(n.column_default, 'NULL') = 'NULL', 'DEFAULT', NULL),
    IF(b.extra LIKE '%on update%' AND n.extra NOT LIKE '%on update%', 'ON UPDATE', NULL),
    IF(b.extra LIKE '%invisible%' AND n.extra NOT LIKE '%invisible%', 'INVISIBLE', NULL),
    IF(b.column_comment <> '' AND n.column_comment = '', 'COMMENT', NULL)), ' lost') AS lost
  FROM before_it b JOIN information_schema.columns n USING (ordinal_position)
  WHERE n.table_schema = DATABASE() AND n.table_name = 't') l
  WHERE lost <> ' lost';

-- let value
SELECT CASE WHEN COUNT(x) = 0 THEN 'NULL'
  WHEN COUNT(DISTINCT x) > 1 THEN CONCAT(COUNT(DISTINCT x), ' distinct values')
  ELSE MIN(CAST(x AS CHAR)) END FROM t;

-- let variety
SELECT CONCAT(COUNT(DISTINCT x), IF(COUNT(DISTINCT x) = 1, ' value for all rows', ' distinct values')) FROM t;

-- let bytes
SELECT CASE WHEN COUNT(DISTINCT HEX(x)) > 1 THEN CONCAT(COUNT(DISTINCT HEX(x)), ' distinct values')
  WHEN MIN(HEX(x)) = '' THEN ''
  ELSE CONCAT('0x', MIN(HEX(x))) END FROM t;

-- let moment
SELECT IF(ABS(TIMESTAMPDIFF(SECOND, MAX(x), NOW())) < 60, 'the current time', MIN(CAST(x AS CHAR))) FROM t;

-- let numbers
SELECT CONCAT(COUNT(DISTINCT x), ' distinct values') FROM nopk;

-- let foreign_keys
SELECT IF(COUNT(*) = 0, 'no foreign key', 'a foreign key')
  FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE();

-- let view_works
SELECT IF(COUNT(*) > 0, 'the view works', 'the view is empty') FROM v;

-- # Adding columns

-- operation add_column_nullable on t
ALTER TABLE t ADD COLUMN x int;
-- gives value

-- operation add_column_nullable_first on t
ALTER TABLE t ADD COLUMN x int FIRST;
-- gives value

-- operation add_column_nullable_after on t
ALTER TABLE t ADD COLUMN x int AFTER a;
-- gives value

-- operation add_column_if_not_exists_existing on t
ALTER TABLE t ADD COLUMN IF NOT EXISTS a int;

-- operation add_column_not_null_no_default_int on t
ALTER TABLE t ADD COLUMN x int NOT NULL;
-- gives value

-- operation add_column_not_null_no_default_bigint_unsigned on t
ALTER TABLE t ADD COLUMN x bigint unsigned NOT NULL;
-- gives value

-- operation add_column_not_null_no_default_varchar on t
ALTER TABLE t ADD COLUMN x varchar(40) NOT NULL;
-- gives value

-- operation add_column_not_null_no_default_char on t
ALTER TABLE t ADD COLUMN x char(36) NOT NULL;
-- gives value

-- operation add_column_not_null_no_default_text on t
ALTER TABLE t ADD COLUMN x text NOT NULL;
-- gives value

-- operation add_column_not_null_no_default_datetime3 on t
ALTER TABLE t ADD COLUMN x datetime(3) NOT NULL;
-- gives value

-- operation add_column_not_null_no_default_datetime on t
ALTER TABLE t ADD COLUMN x datetime NOT NULL;
-- gives value

-- operation add_column_not_null_no_default_timestamp on t
ALTER TABLE t ADD COLUMN x timestamp NOT NULL;
-- gives value

-- operation add_column_not_null_no_default_timestamp3 on t
ALTER TABLE t ADD COLUMN x timestamp(3) NOT NULL;
-- gives value

-- operation add_column_not_null_no_default_date on t
ALTER TABLE t ADD COLUMN x date NOT NULL;
-- gives value

-- operation add_column_not_null_no_default_time on t
ALTER TABLE t ADD COLUMN x time NOT NULL;
-- gives value

-- operation add_column_not_null_no_default_year on t
ALTER TABLE t ADD COLUMN x year NOT NULL;
-- gives value

-- operation add_column_not_null_no_default_json on t
ALTER TABLE t ADD COLUMN x json NOT NULL;
-- gives value

-- operation add_column_not_null_no_default_enum on t
ALTER TABLE t ADD COLUMN x enum('b','a') NOT NULL;
-- gives value

-- operation add_column_not_null_no_default_set on t
ALTER TABLE t ADD COLUMN x set('b','a') NOT NULL;
-- gives value

-- operation add_column_not_null_no_default_boolean on t
ALTER TABLE t ADD COLUMN x boolean NOT NULL;
-- gives value

-- operation add_column_not_null_no_default_binary on t
ALTER TABLE t ADD COLUMN x binary(16) NOT NULL;
-- gives bytes

-- operation add_column_not_null_no_default_varbinary on t
ALTER TABLE t ADD COLUMN x varbinary(16) NOT NULL;
-- gives bytes

-- operation add_column_not_null_no_default_blob on t
ALTER TABLE t ADD COLUMN x blob NOT NULL;
-- gives bytes

-- operation add_column_not_null_no_default_decimal on t
ALTER TABLE t ADD COLUMN x decimal(12,2) NOT NULL;
-- gives value

-- operation add_column_not_null_no_default_double on t
ALTER TABLE t ADD COLUMN x double NOT NULL;
-- gives value

-- operation add_column_not_null_no_default_bit on t
ALTER TABLE t ADD COLUMN x bit(1) NOT NULL;
-- gives bytes

-- operation add_column_not_null_no_default_uuid on t
ALTER TABLE t ADD COLUMN x uuid NOT NULL;
-- gives value

-- operation add_column_not_null_no_default_point on t
ALTER TABLE t ADD COLUMN x point NOT NULL;
-- gives bytes

-- operation add_column_not_null_default_const_int on t
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT 7;
-- gives value

-- operation add_column_not_null_default_const_varchar on t
ALTER TABLE t ADD COLUMN x varchar(40) NOT NULL DEFAULT 'n/a';
-- gives value

-- operation add_column_not_null_default_const_text_literal on t
ALTER TABLE t ADD COLUMN x text NOT NULL DEFAULT 'n/a';
-- gives value

-- operation add_column_not_null_default_const_text_expression on t
ALTER TABLE t ADD COLUMN x text NOT NULL DEFAULT ('n/a');
-- gives value

-- operation add_column_not_null_default_const_json_literal on t
ALTER TABLE t ADD COLUMN x json NOT NULL DEFAULT '{}';
-- gives value

-- operation add_column_not_null_default_const_json_expression on t
ALTER TABLE t ADD COLUMN x json NOT NULL DEFAULT ('{}');
-- gives value

-- operation add_column_not_null_default_const_enum on t
ALTER TABLE t ADD COLUMN x enum('b','a') NOT NULL DEFAULT 'a';
-- gives value

-- operation add_column_not_null_default_const_boolean on t
ALTER TABLE t ADD COLUMN x boolean NOT NULL DEFAULT FALSE;
-- gives value

-- operation add_column_not_null_default_const_datetime on t
ALTER TABLE t ADD COLUMN x datetime NOT NULL DEFAULT '2020-01-01 00:00:00';
-- gives value

-- operation add_column_not_null_default_const_timestamp on t
ALTER TABLE t ADD COLUMN x timestamp NOT NULL DEFAULT '2020-01-01 00:00:00';
-- gives value

-- operation add_column_not_null_default_const_decimal on t
ALTER TABLE t ADD COLUMN x decimal(12,2) NOT NULL DEFAULT 0;
-- gives value

-- operation add_column_nullable_default_const on t
ALTER TABLE t ADD COLUMN x int DEFAULT 7;
-- gives value

-- operation add_column_not_null_default_null on t
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT NULL;

-- operation add_column_not_null_default_wrong_type on t
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT 'abc';

-- operation add_column_not_null_default_zero_date on t
ALTER TABLE t ADD COLUMN x datetime NOT NULL DEFAULT '0000-00-00 00:00:00';
-- gives value

-- operation add_column_not_null_default_const_after on t
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT 7 AFTER a;
-- gives value

-- operation add_column_not_null_default_current_timestamp on t
ALTER TABLE t ADD COLUMN x timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP;
-- gives moment

-- operation add_column_not_null_default_current_timestamp_datetime on t
ALTER TABLE t ADD COLUMN x datetime NOT NULL DEFAULT CURRENT_TIMESTAMP;
-- gives moment

-- operation add_column_not_null_default_current_timestamp3_datetime3 on t
ALTER TABLE t ADD COLUMN x datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3);
-- gives moment

-- operation add_column_not_null_default_current_timestamp_precision_mismatch on t
ALTER TABLE t ADD COLUMN x datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
-- gives moment

-- operation add_column_not_null_default_now on t
ALTER TABLE t ADD COLUMN x datetime NOT NULL DEFAULT NOW();
-- gives moment

-- operation add_column_not_null_default_current_timestamp_on_update on t
ALTER TABLE t ADD COLUMN x timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP;
-- gives moment

-- operation add_column_not_null_default_uuid_unparenthesised on t
ALTER TABLE t ADD COLUMN x char(36) NOT NULL DEFAULT UUID();
-- gives value

-- operation add_column_not_null_default_uuid_expression on t
ALTER TABLE t ADD COLUMN x char(36) NOT NULL DEFAULT (UUID());
-- gives value

-- operation add_column_not_null_default_uuid_to_bin_expression on t
ALTER TABLE t ADD COLUMN x binary(16) NOT NULL DEFAULT (UUID_TO_BIN(UUID()));
-- gives bytes

-- operation add_column_not_null_default_rand_expression on t
ALTER TABLE t ADD COLUMN x double NOT NULL DEFAULT (RAND());
-- gives variety

-- operation add_column_not_null_default_current_date_expression on t
ALTER TABLE t ADD COLUMN x date NOT NULL DEFAULT (CURRENT_DATE);
-- gives
SELECT IF(MIN(x) >= CURRENT_DATE - INTERVAL 1 DAY, 'the current date', MIN(CAST(x AS CHAR))) FROM t;

-- operation add_column_not_null_default_now_plus_interval_expression on t
ALTER TABLE t ADD COLUMN x datetime NOT NULL DEFAULT (NOW() + INTERVAL 1 DAY);
-- gives
SELECT IF(ABS(TIMESTAMPDIFF(SECOND, MAX(x), NOW() + INTERVAL 1 DAY)) < 60, 'the current time and a day', MIN(CAST(x AS CHAR))) FROM t;

-- operation add_column_not_null_default_constant_expression on t
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT (1 + 1);
-- gives value

-- operation add_column_not_null_default_other_column_expression on t
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT (a);
-- gives value

-- operation add_column_not_null_default_function_expression on t
ALTER TABLE t ADD COLUMN x varchar(10) NOT NULL DEFAULT (UPPER('abc'));
-- gives value

-- operation add_column_not_null_default_sysdate_expression on t
ALTER TABLE t ADD COLUMN x datetime NOT NULL DEFAULT (SYSDATE());
-- gives moment

-- operation add_column_nullable_default_uuid_expression on t
ALTER TABLE t ADD COLUMN x char(36) DEFAULT (UUID());
-- gives value

-- operation add_column_timestamp_no_null_clause on t
ALTER TABLE t ADD COLUMN x timestamp;
-- gives value

-- operation add_column_generated_stored on t
ALTER TABLE t ADD COLUMN x int GENERATED ALWAYS AS (a*2) STORED;
-- gives value

-- operation add_column_generated_virtual on t
ALTER TABLE t ADD COLUMN x int GENERATED ALWAYS AS (a*2) VIRTUAL;
-- gives value

-- operation add_column_generated_virtual_not_null on t
ALTER TABLE t ADD COLUMN x int GENERATED ALWAYS AS (a*2) VIRTUAL NOT NULL;
-- gives value

-- operation add_column_generated_virtual_after on t
ALTER TABLE t ADD COLUMN x int GENERATED ALWAYS AS (a*2) VIRTUAL AFTER a;
-- gives value

-- operation add_column_generated_virtual_and_index on t
ALTER TABLE t ADD COLUMN x int GENERATED ALWAYS AS (a*2) VIRTUAL, ADD INDEX xi(x);
-- gives value

-- operation add_column_auto_increment_with_key on nopk
ALTER TABLE nopk ADD COLUMN x int NOT NULL AUTO_INCREMENT, ADD KEY(x);
-- gives numbers

-- operation add_column_auto_increment_primary_key on nopk
ALTER TABLE nopk ADD COLUMN x bigint NOT NULL AUTO_INCREMENT PRIMARY KEY;
-- gives numbers

-- operation add_column_auto_increment_without_key on nopk
ALTER TABLE nopk ADD COLUMN x int NOT NULL AUTO_INCREMENT;

-- operation add_column_auto_increment_second on t
ALTER TABLE t ADD COLUMN x int NOT NULL AUTO_INCREMENT UNIQUE;

-- operation add_column_serial on nopk
ALTER TABLE nopk ADD COLUMN x SERIAL;
-- gives numbers

-- operation add_column_inline_unique on t
ALTER TABLE t ADD COLUMN x int UNIQUE;
-- gives value

-- operation add_column_inline_unique_not_null on t
ALTER TABLE t ADD COLUMN x int NOT NULL UNIQUE;

-- operation add_column_inline_unique_default_uuid on t
ALTER TABLE t ADD COLUMN x char(36) NOT NULL DEFAULT (UUID()) UNIQUE;
-- gives value

-- operation add_column_inline_primary_key on nopk
ALTER TABLE nopk ADD COLUMN x int PRIMARY KEY;

-- operation add_column_inline_references on t
ALTER TABLE t ADD COLUMN x int REFERENCES p(id);
-- gives foreign_keys

-- operation add_column_inline_references_not_null_default on t
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT 1 REFERENCES p(id);
-- gives foreign_keys

-- operation add_column_with_fk_clause on t
ALTER TABLE t ADD COLUMN x int, ADD CONSTRAINT fkx FOREIGN KEY (x) REFERENCES p(id);

-- operation add_column_inline_check on t
ALTER TABLE t ADD COLUMN x int CHECK (x > 0);
-- gives value

-- operation add_column_inline_check_default_const on t
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT 1 CHECK (x > 0);
-- gives value

-- operation add_column_inline_check_violated_by_default on t
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT -1 CHECK (x > 0);
-- gives value

-- operation add_column_two_columns on t
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT 1, ADD COLUMN y int NULL;
-- gives value

-- operation add_column_and_index on t
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT 1, ADD INDEX xi(x);

-- operation add_column_and_drop_column on t
ALTER TABLE t ADD COLUMN x int NULL, DROP COLUMN c;

-- operation add_column_table_with_fulltext on t
ALTER TABLE t ADD COLUMN x int NULL;
-- given
CREATE FULLTEXT INDEX ft ON t(c);

-- operation add_column_table_compressed on t
ALTER TABLE t ADD COLUMN x int NULL;
-- given
ALTER TABLE t ROW_FORMAT=COMPRESSED;

-- operation add_column_table_partitioned on t
ALTER TABLE t ADD COLUMN x int NULL;
-- given hash_partitions

-- operation add_column_table_myisam on t
ALTER TABLE t ADD COLUMN x int NULL;
-- given
ALTER TABLE t ENGINE=MyISAM;

-- operation add_column_table_utf8mb3_with_charset on t
ALTER TABLE t ADD COLUMN x varchar(20) CHARACTER SET latin1 NOT NULL DEFAULT 'q';
-- gives value

-- operation add_column_table_referenced_by_fk on t
ALTER TABLE t ADD COLUMN x int NULL;
-- given
CREATE TABLE k(id int PRIMARY KEY, t_id int, FOREIGN KEY (t_id) REFERENCES t(id));

-- operation add_column_table_with_trigger on t
ALTER TABLE t ADD COLUMN x int NULL;
-- given trigger

-- operation add_column_invisible on t
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT 1 INVISIBLE;

-- operation add_column_row_too_big on t
ALTER TABLE t ADD COLUMN x varchar(16000);

-- operation add_column_not_null_default_uuid_binary_expression on t
ALTER TABLE t ADD COLUMN x binary(16) NOT NULL DEFAULT (UNHEX(REPLACE(UUID(),'-','')));
-- gives bytes

-- operation add_column_uuid_type_default_uuid on t
ALTER TABLE t ADD COLUMN x uuid NOT NULL DEFAULT UUID();
-- gives value

-- operation add_column_not_null_default_rand_expression_inplace on t
ALTER TABLE t ADD COLUMN x double NOT NULL DEFAULT (RAND()), ALGORITHM=INPLACE;
-- gives variety

-- operation add_column_not_null_default_rand_expression_copy on t
ALTER TABLE t ADD COLUMN x double NOT NULL DEFAULT (RAND()), ALGORITHM=COPY;
-- gives variety

-- operation add_column_json_not_null_then_json_valid on t
ALTER TABLE t ADD COLUMN x json NOT NULL;
-- gives
SELECT CONCAT(SUM(JSON_VALID(x)), ' of ', COUNT(*), ' rows valid') FROM t;

-- operation add_column_check_violated_then_update on t
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT -1 CHECK (x > 0);
-- gives
UPDATE t SET a = a + 1 WHERE id = 1;

-- operation add_column_timestamp_zero_then_modify on t
ALTER TABLE t ADD COLUMN x timestamp NOT NULL;
-- gives
UPDATE t SET x = x WHERE id = 1;

-- operation add_column_not_null_explicit_defaults_off on t
ALTER TABLE t ADD COLUMN x timestamp;
-- session
SET explicit_defaults_for_timestamp=0;
-- gives value

-- operation add_column_default_current_timestamp_lock_none on t
ALTER TABLE t ADD COLUMN x datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6);
-- gives moment

-- operation add_column_and_modify_not_null_one_alter on t
ALTER TABLE t ADD COLUMN x int NULL, MODIFY a int NOT NULL;
-- gives value

-- operation add_column_and_rename_one_alter on t
ALTER TABLE t ADD COLUMN x int NULL, RENAME COLUMN a TO a2;

-- operation add_column_after_64_row_versions on t since 8
ALTER TABLE t ADD COLUMN x int;
-- given often_altered
CALL alter_often(64);

-- operation add_two_columns_after_63_row_versions on t since 8
ALTER TABLE t ADD COLUMN x int, ADD COLUMN y int;
-- given often_altered
CALL alter_often(62);
ALTER TABLE t ADD COLUMN v63 int;

-- operation add_column_after_255_row_versions on t since 8
ALTER TABLE t ADD COLUMN x int;
-- given often_altered
CALL alter_often(254);
ALTER TABLE t ADD COLUMN v255 int;

-- operation add_column_default_uuid_binlog_statement on t
ALTER TABLE t ADD COLUMN x char(36) NOT NULL DEFAULT (UUID());
-- session
SET binlog_format = 'STATEMENT';
-- gives value

-- operation add_column_beside_zero_date_default on t
ALTER TABLE t ADD COLUMN x int;
-- given
ALTER TABLE t ADD COLUMN z datetime NOT NULL DEFAULT '0000-00-00 00:00:00';

-- operation add_column_beside_zero_date_value on t
ALTER TABLE t ADD COLUMN x int;
-- given
UPDATE t SET ts = '0000-00-00 00:00:00' WHERE id = 1;

-- operation add_column_nowait on t
ALTER TABLE t NOWAIT ADD COLUMN x int;

-- # Dropping columns

-- operation drop_column on t
ALTER TABLE t DROP COLUMN c;

-- operation drop_column_if_exists_missing on t
ALTER TABLE t DROP COLUMN IF EXISTS nope;

-- operation drop_column_indexed on t
ALTER TABLE t DROP COLUMN s;
-- gives
SELECT IF(COUNT(*) = 0, 'index dropped', 'index kept') FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 't' AND index_name = 't_s';

-- operation drop_column_of_composite_index on t
ALTER TABLE t DROP COLUMN dup;
-- given
CREATE INDEX multi ON t(a,dup);
-- gives
SELECT CONCAT('index on ', GROUP_CONCAT(column_name)) FROM information_schema.statistics WHERE table_schema = DATABASE() AND index_name = 'multi';

-- operation drop_column_of_composite_unique_index on t
ALTER TABLE t DROP COLUMN uq;
-- given
CREATE UNIQUE INDEX multi ON t(dup,uq);

-- operation drop_column_of_composite_primary_key on t
ALTER TABLE t DROP COLUMN uq;
-- given
ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (id,uq);
-- gives
SELECT CONCAT('primary key on ', GROUP_CONCAT(column_name)) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 't' AND index_name = 'PRIMARY';

-- operation drop_column_used_by_view on t
ALTER TABLE t DROP COLUMN s;
-- given
CREATE VIEW v AS SELECT id,s FROM t;
-- gives view_works

-- operation drop_column_used_by_check on t
ALTER TABLE t DROP COLUMN a;
-- given check

-- operation drop_column_used_by_check_of_two_columns on t
ALTER TABLE t DROP COLUMN a;
-- given
ALTER TABLE t ADD CONSTRAINT ck CHECK (a >= 0 OR dup >= 0);

-- operation drop_column_used_by_generated on t
ALTER TABLE t DROP COLUMN a;
-- given virtual_column

-- operation drop_column_referencing_fk on t
ALTER TABLE t DROP COLUMN r;
-- given foreign_key

-- operation drop_column_used_by_trigger on t
ALTER TABLE t DROP COLUMN a;
-- given trigger
-- gives
INSERT INTO t (uq) VALUES (1);

-- operation drop_column_generated_virtual on t
ALTER TABLE t DROP COLUMN gx;
-- given virtual_column

-- operation drop_column_generated_stored on t
ALTER TABLE t DROP COLUMN gx;
-- given
ALTER TABLE t ADD COLUMN gx int GENERATED ALWAYS AS (a*2) STORED;

-- operation drop_two_columns on t
ALTER TABLE t DROP COLUMN c, DROP COLUMN nul;

-- operation drop_column_table_with_fulltext on t
ALTER TABLE t DROP COLUMN dup;
-- given
CREATE FULLTEXT INDEX ft ON t(c);

-- operation drop_column_table_compressed on t
ALTER TABLE t DROP COLUMN dup;
-- given
ALTER TABLE t ROW_FORMAT=COMPRESSED;

-- operation drop_column_after_64_row_versions on t since 8
ALTER TABLE t DROP COLUMN dup;
-- given often_altered
CALL alter_often(64);

-- # Defaults

-- operation set_default_const on t
ALTER TABLE t ALTER COLUMN nul SET DEFAULT 5;
-- gives
SELECT nul FROM t WHERE id = 1;

-- operation set_default_expression on t
ALTER TABLE t ALTER COLUMN en SET DEFAULT (UUID());

-- operation set_default_current_timestamp on t
ALTER TABLE t ALTER COLUMN ts SET DEFAULT CURRENT_TIMESTAMP;

-- operation set_default_current_timestamp_parenthesised on t
ALTER TABLE t ALTER COLUMN ts SET DEFAULT (CURRENT_TIMESTAMP);

-- operation drop_default on t
ALTER TABLE t ALTER COLUMN full_def DROP DEFAULT;
-- given columns_before
-- gives lost

-- operation set_default_null_on_not_null on t
ALTER TABLE t ALTER COLUMN uq SET DEFAULT NULL;

-- operation set_default_by_modify on t
ALTER TABLE t MODIFY a int NULL DEFAULT 5;

-- # NOT NULL

-- operation modify_to_not_null on t
ALTER TABLE t MODIFY a int NOT NULL;

-- operation modify_to_not_null_with_nulls on t
ALTER TABLE t MODIFY nul int NOT NULL;
-- gives
SELECT nul FROM t WHERE id = 1;

-- operation modify_to_not_null_with_nulls_and_default on t
ALTER TABLE t MODIFY nul int NOT NULL DEFAULT 5;
-- gives
SELECT nul FROM t WHERE id = 1;

-- operation modify_to_not_null_with_nulls_varchar on t
ALTER TABLE t MODIFY nuls varchar(20) NOT NULL;
-- gives
SELECT nuls FROM t WHERE id = 1;

-- operation modify_to_not_null_with_nulls_datetime on t
ALTER TABLE t MODIFY nuld datetime NOT NULL;
-- gives
SELECT CAST(nuld AS CHAR) FROM t WHERE id = 1;

-- operation modify_to_not_null_with_nulls_timestamp on t
ALTER TABLE t MODIFY nult timestamp NOT NULL;
-- gives
SELECT IF(nult > NOW() - INTERVAL 1 DAY, 'the current time', CAST(nult AS CHAR)) FROM t WHERE id = 1;

-- operation modify_to_not_null_with_nulls_enum on t
ALTER TABLE t MODIFY nule enum('b','a') NOT NULL;
-- gives
SELECT nule FROM t WHERE id = 1;

-- operation modify_to_not_null_with_nulls_sql_mode_strict_all_only on t
ALTER TABLE t MODIFY nul int NOT NULL;
-- session
SET sql_mode='STRICT_ALL_TABLES';
-- gives
SELECT nul FROM t WHERE id = 1;

-- operation modify_to_not_null_and_default_added on t
ALTER TABLE t MODIFY a int NOT NULL DEFAULT 5;

-- operation modify_to_not_null_fk_column on t
ALTER TABLE t MODIFY r int NOT NULL;
-- given foreign_key

-- operation modify_to_not_null_fk_on_delete_set_null on t
ALTER TABLE t MODIFY r int NOT NULL;
-- given
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES p(id) ON DELETE SET NULL;

-- operation modify_to_null on t
ALTER TABLE t MODIFY uq int NULL;

-- operation modify_to_null_primary_key on t
ALTER TABLE t MODIFY id int NULL;

-- operation change_to_not_null_same_name on t
ALTER TABLE t CHANGE a a int NOT NULL;

-- operation alter_column_set_not_null on t
ALTER TABLE t ALTER COLUMN a SET NOT NULL;

-- operation add_check_is_not_null on t
ALTER TABLE t ADD CONSTRAINT ck CHECK (a IS NOT NULL);

-- operation modify_to_not_null_with_nulls_copy_forced on t
ALTER TABLE t MODIFY nul int NOT NULL, ALGORITHM=COPY;
-- gives
SELECT nul FROM t WHERE id = 1;

-- operation modify_to_not_null_with_nulls_timestamp_copy_forced on t
ALTER TABLE t MODIFY nult timestamp NOT NULL, ALGORITHM=COPY;
-- gives
SELECT IF(nult > NOW() - INTERVAL 1 DAY, 'the current time', CAST(nult AS CHAR)) FROM t WHERE id = 1;

-- operation modify_ignore_to_not_null on t
ALTER IGNORE TABLE t MODIFY nul int NOT NULL;
-- gives
SELECT nul FROM t WHERE id = 1;

-- operation modify_zero_datetime_to_not_null on t
ALTER TABLE t MODIFY ts datetime NOT NULL;
-- given
UPDATE t SET ts = '0000-00-00 00:00:00' WHERE id = 1;

-- # What MODIFY and CHANGE lose

-- operation modify_loses_default_comment_not_null on t
ALTER TABLE t MODIFY full_def varchar(60);
-- given columns_before
-- gives lost

-- operation modify_loses_on_update on t
ALTER TABLE t MODIFY upd timestamp NOT NULL;
-- given columns_before
-- gives lost

-- operation modify_loses_on_update_and_default_null on t
ALTER TABLE t MODIFY upd timestamp NULL;
-- given columns_before
-- gives lost

-- operation modify_loses_auto_increment on t
ALTER TABLE t MODIFY id bigint NOT NULL;
-- given columns_before
-- gives lost

-- operation modify_keeps_primary_key_not_repeated on t
ALTER TABLE t MODIFY id bigint NOT NULL AUTO_INCREMENT;
-- gives
SELECT CONCAT('primary key on ', GROUP_CONCAT(column_name)) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 't' AND index_name = 'PRIMARY';

-- operation modify_primary_key_not_null_omitted on t
ALTER TABLE t MODIFY id bigint AUTO_INCREMENT;
-- given columns_before
-- gives lost

-- operation modify_loses_charset on t
ALTER TABLE t MODIFY cs varchar(40) NOT NULL;
-- given columns_before
-- gives lost

-- operation modify_loses_collation_keeps_charset on t
ALTER TABLE t MODIFY cs varchar(40) CHARACTER SET latin1 NOT NULL;
-- given columns_before
-- gives lost

-- operation modify_loses_unsigned on t
ALTER TABLE t MODIFY uns bigint NOT NULL;
-- given columns_before
-- gives lost

-- operation modify_loses_generated on t
ALTER TABLE t MODIFY gen int;
-- given
ALTER TABLE t ADD COLUMN gen int GENERATED ALWAYS AS (a*2) STORED;
CREATE TABLE before_it SELECT * FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 't';
-- gives lost

-- operation modify_loses_invisible on t
ALTER TABLE t MODIFY inv bigint NOT NULL DEFAULT 1;
-- given
ALTER TABLE t ADD COLUMN inv int NOT NULL DEFAULT 1 INVISIBLE;
CREATE TABLE before_it SELECT * FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 't';
-- gives lost

-- operation modify_loses_inline_check on t
ALTER TABLE t MODIFY ckc bigint;
-- given
ALTER TABLE t ADD COLUMN ckc int CHECK (ckc > 0);
-- gives
SELECT IF(COUNT(*) = 0, 'CHECK lost', 'nothing lost') FROM information_schema.table_constraints WHERE table_schema = DATABASE() AND table_name = 't' AND constraint_type = 'CHECK';

-- operation modify_keeps_unique on t
ALTER TABLE t MODIFY uq bigint NOT NULL;
-- given
CREATE UNIQUE INDEX u ON t(uq);
-- gives
SELECT IF(COUNT(*) = 0, 'UNIQUE lost', 'nothing lost') FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 't' AND index_name = 'u' AND non_unique = 0;

-- operation modify_default_charset_table_differs on t
ALTER TABLE t MODIFY s varchar(60);
-- given
ALTER TABLE t DEFAULT CHARACTER SET latin1;
CREATE TABLE before_it SELECT * FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 't';
-- gives lost

-- operation change_loses_default_comment_not_null on t
ALTER TABLE t CHANGE full_def full_def2 varchar(40);
-- given columns_before
-- gives lost

-- operation rename_column_keeps_attributes on t
ALTER TABLE t RENAME COLUMN full_def TO full_def2;
-- given columns_before
-- gives lost

-- # Changing types

-- operation modify_type_varchar_widen_within_255_bytes on t
ALTER TABLE t MODIFY s varchar(63);

-- operation modify_type_varchar_widen_across_255_bytes on t
ALTER TABLE t MODIFY s varchar(64);

-- operation modify_type_varchar_widen_across_255_bytes_latin1 on t
ALTER TABLE t MODIFY l1 varchar(256) CHARACTER SET latin1;

-- operation modify_type_varchar_widen_within_255_bytes_latin1 on t
ALTER TABLE t MODIFY l1 varchar(255) CHARACTER SET latin1;

-- operation modify_type_varchar_widen_above_255_bytes on t
ALTER TABLE t MODIFY sl varchar(400);

-- operation modify_type_varchar_narrow_fits on t
ALTER TABLE t MODIFY s varchar(30);

-- operation modify_type_varchar_narrow_too_long on t
ALTER TABLE t MODIFY s varchar(3);
-- gives
SELECT s FROM t WHERE id = 8;

-- operation modify_type_varchar_narrow_too_long_not_indexed on t
ALTER TABLE t MODIFY s2 varchar(3);
-- gives
SELECT s2 FROM t WHERE id = 8;

-- operation modify_type_varchar_to_text_indexed on t
ALTER TABLE t MODIFY s text;

-- operation modify_type_varchar_to_text on t
ALTER TABLE t MODIFY s2 text;

-- operation modify_type_text_to_varchar_fits on t
ALTER TABLE t MODIFY c varchar(100);

-- operation modify_type_text_to_varchar_too_long on t
ALTER TABLE t MODIFY c varchar(2);
-- gives
SELECT c FROM t WHERE id = 8;

-- operation modify_type_text_to_mediumtext on t
ALTER TABLE t MODIFY c mediumtext;

-- operation modify_type_int_to_bigint on t
ALTER TABLE t MODIFY dup bigint;

-- operation modify_type_bigint_to_int_fits on t
ALTER TABLE t MODIFY big int;

-- operation modify_type_bigint_to_int_overflow on t
ALTER TABLE t MODIFY bigbig int;
-- gives
SELECT bigbig FROM t WHERE id = 8;

-- operation modify_type_int_to_int_unsigned on t
ALTER TABLE t MODIFY dup int unsigned;

-- operation modify_type_int_to_int_unsigned_negative on t
ALTER TABLE t MODIFY neg int unsigned;
-- gives
SELECT neg FROM t WHERE id = 8;

-- operation modify_type_int_display_width on t
ALTER TABLE t MODIFY dup int(5);

-- operation modify_type_int_to_tinyint_overflow on t
ALTER TABLE t MODIFY uq tinyint NOT NULL;
-- gives
SELECT uq FROM t WHERE id = 8;

-- operation modify_type_int_to_tinyint_bool on t
ALTER TABLE t MODIFY dup tinyint(1);

-- operation modify_type_int_to_varchar on t
ALTER TABLE t MODIFY dup varchar(20);

-- operation modify_type_varchar_to_int_bad_value on t
ALTER TABLE t MODIFY s2 int;
-- gives
SELECT s2 FROM t WHERE id = 8;

-- operation modify_type_decimal_precision_widen on t
ALTER TABLE t MODIFY num decimal(12,2);

-- operation modify_type_decimal_precision_widen_within_same_bytes on t
ALTER TABLE t MODIFY num decimal(11,2);

-- operation modify_type_decimal_scale_widen on t
ALTER TABLE t MODIFY num decimal(12,4);

-- operation modify_type_decimal_scale_narrow on t
ALTER TABLE t MODIFY num decimal(10,1);
-- gives
SELECT num FROM t WHERE id = 8;

-- operation modify_type_decimal_overflow on t
ALTER TABLE t MODIFY num decimal(3,2);
-- gives
SELECT num FROM t WHERE id = 8;

-- operation modify_type_float_to_double on t
ALTER TABLE t MODIFY fl double;

-- operation modify_type_char_to_varchar on t
ALTER TABLE t MODIFY ch varchar(10);

-- operation modify_type_char_widen on t
ALTER TABLE t MODIFY ch char(20);

-- operation modify_type_varchar_to_char on t
ALTER TABLE t MODIFY s2 char(50);

-- operation modify_type_enum_add_value_at_end on t
ALTER TABLE t MODIFY e enum('sad','ok','happy','meh');
-- gives
SELECT e FROM t WHERE id = 8;

-- operation modify_type_enum_add_value_in_middle on t
ALTER TABLE t MODIFY e enum('sad','meh','ok','happy');
-- gives
SELECT e FROM t WHERE id = 8;

-- operation modify_type_enum_reorder on t
ALTER TABLE t MODIFY e enum('happy','ok','sad');
-- gives
SELECT e FROM t WHERE id = 8;

-- operation modify_type_enum_remove_unused_value on t
ALTER TABLE t MODIFY e enum('sad','ok');
-- gives
SELECT e FROM t WHERE id = 8;

-- operation modify_type_enum_remove_used_value on t
ALTER TABLE t MODIFY e enum('sad','happy');
-- gives
SELECT e FROM t WHERE id = 8;

-- operation modify_type_enum_remove_used_value_not_null on t
ALTER TABLE t MODIFY enn enum('sad','happy') NOT NULL;
-- gives
SELECT enn FROM t WHERE id = 8;

-- operation modify_type_enum_rename_value on t
ALTER TABLE t MODIFY e enum('sad','okay','happy');
-- gives
SELECT e FROM t WHERE id = 8;

-- operation modify_type_enum_to_varchar on t
ALTER TABLE t MODIFY e varchar(20);

-- operation modify_type_varchar_to_enum_fits on t
ALTER TABLE t MODIFY en enum('ok1','ok2','ok3');

-- operation modify_type_varchar_to_enum_bad_value on t
ALTER TABLE t MODIFY en enum('x','y');
-- gives
SELECT en FROM t WHERE id = 8;

-- operation modify_type_int_to_enum on t
ALTER TABLE t MODIFY dup enum('zero','one','two','three','four','five','six');
-- gives
SELECT dup FROM t WHERE id = 8;

-- operation modify_type_enum_to_int on t
ALTER TABLE t MODIFY e int;
-- gives
SELECT e FROM t WHERE id = 8;

-- operation modify_type_set_add_value_at_end on t
ALTER TABLE t MODIFY st set('a','b','c');

-- operation modify_type_charset_latin1_to_utf8mb4 on t
ALTER TABLE t MODIFY l1 varchar(100) CHARACTER SET utf8mb4;

-- operation modify_type_charset_utf8mb3_to_utf8mb4 on t
ALTER TABLE t MODIFY u3 varchar(50) CHARACTER SET utf8mb4;

-- operation modify_type_charset_utf8mb3_to_utf8mb4_indexed on t
ALTER TABLE t MODIFY u3i varchar(50) CHARACTER SET utf8mb4;

-- operation modify_type_charset_utf8mb4_to_latin1 on t
ALTER TABLE t MODIFY s2 varchar(50) CHARACTER SET latin1;

-- operation modify_type_charset_utf8mb4_to_latin1_unmappable on t
ALTER TABLE t MODIFY emo varchar(50) CHARACTER SET latin1;
-- gives
SELECT emo FROM t WHERE id = 1;

-- operation modify_type_collation_change_indexed on t
ALTER TABLE t MODIFY s varchar(50) COLLATE utf8mb4_bin;

-- operation modify_type_collation_change_not_indexed on t
ALTER TABLE t MODIFY s2 varchar(50) COLLATE utf8mb4_bin;

-- operation modify_type_collation_change_makes_unique_fail on t
ALTER TABLE t MODIFY uci varchar(50) COLLATE utf8mb4_general_ci;

-- operation modify_type_text_to_json_valid on t
ALTER TABLE t MODIFY js json;

-- operation modify_type_text_to_json_invalid on t
ALTER TABLE t MODIFY c json;

-- operation modify_type_datetime_to_datetime3 on t
ALTER TABLE t MODIFY ts datetime(3);

-- operation modify_type_datetime3_to_datetime on t
ALTER TABLE t MODIFY ts3 datetime;
-- gives
SELECT CAST(ts3 AS CHAR) FROM t WHERE id = 8;

-- operation modify_type_datetime_to_timestamp on t
ALTER TABLE t MODIFY ts timestamp NULL;

-- operation modify_type_timestamp_to_datetime on t
ALTER TABLE t MODIFY tsp datetime;

-- operation modify_type_date_to_datetime on t
ALTER TABLE t MODIFY dt datetime;

-- operation modify_type_datetime_to_date on t
ALTER TABLE t MODIFY ts date;
-- gives
SELECT CAST(ts AS CHAR) FROM t WHERE id = 8;

-- operation modify_type_datetime_to_bigint on t
ALTER TABLE t MODIFY ts bigint;

-- operation modify_type_same_definition on t
ALTER TABLE t MODIFY dup int;

-- operation modify_type_comment_only on t
ALTER TABLE t MODIFY dup int COMMENT 'x';

-- operation modify_type_default_only on t
ALTER TABLE t MODIFY dup int DEFAULT 3;

-- operation modify_type_reorder_first on t
ALTER TABLE t MODIFY dup int FIRST;

-- operation modify_type_reorder_after on t
ALTER TABLE t MODIFY dup int AFTER id;

-- operation modify_type_binary_to_varchar on t
ALTER TABLE t MODIFY bin varchar(16);

-- operation modify_type_blob_to_text on t
ALTER TABLE t MODIFY blb text;

-- operation modify_type_int_to_bigint_fk_column on t
ALTER TABLE t MODIFY r bigint;
-- given foreign_key

-- operation modify_type_int_to_bigint_referenced_column on p
ALTER TABLE p MODIFY id bigint NOT NULL;
-- given foreign_key

-- operation modify_type_int_to_bigint_fk_checks_off on t
ALTER TABLE t MODIFY r bigint;
-- given foreign_key
-- session
SET foreign_key_checks=0;

-- operation modify_type_referenced_column_fk_checks_off on p
ALTER TABLE p MODIFY id bigint NOT NULL;
-- given foreign_key
-- session
SET foreign_key_checks=0;

-- operation modify_type_with_virtual_generated_dependent on t
ALTER TABLE t MODIFY a bigint;
-- given virtual_column

-- operation modify_type_primary_key_int_to_bigint on t
ALTER TABLE t MODIFY id bigint NOT NULL AUTO_INCREMENT;

-- operation convert_to_charset_utf8mb4_same on t
ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4;
-- given
ALTER TABLE t DROP INDEX t_uci;

-- operation convert_to_charset_from_utf8mb3 on t3
ALTER TABLE t3 CONVERT TO CHARACTER SET utf8mb4;
-- given
CREATE TABLE t3(id int PRIMARY KEY, s varchar(50), c text) CHARSET=utf8 COLLATE utf8_general_ci;
INSERT INTO t3 SELECT id, s, c FROM t;
-- gives
SELECT CONCAT(column_name, ' as ', data_type) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 't3' AND column_name = 'c';

-- operation convert_to_charset_no_index_on_text on t3
ALTER TABLE t3 CONVERT TO CHARACTER SET utf8mb4;
-- given
CREATE TABLE t3(id int PRIMARY KEY, n int) CHARSET=utf8;
INSERT INTO t3 SELECT id, a FROM t;

-- operation default_charset_only on t
ALTER TABLE t DEFAULT CHARACTER SET latin1;

-- operation convert_charset_fk_varchar on ca
ALTER TABLE ca CONVERT TO CHARACTER SET latin1;
-- given
CREATE TABLE ca(s varchar(20) PRIMARY KEY) CHARSET=utf8mb4;
CREATE TABLE cb(id int PRIMARY KEY, s varchar(20), FOREIGN KEY (s) REFERENCES ca(s)) CHARSET=utf8mb4;

-- operation copy_beside_zero_date_value on t
ALTER TABLE t MODIFY dup bigint;
-- given
UPDATE t SET ts = '0000-00-00 00:00:00' WHERE id = 1;

-- # Renaming

-- operation rename_column on t
ALTER TABLE t RENAME COLUMN a TO a2;

-- operation change_rename_only on t
ALTER TABLE t CHANGE a a2 int;
-- given columns_before
-- gives lost

-- operation change_rename_and_type on t
ALTER TABLE t CHANGE a a2 bigint;

-- operation rename_column_used_by_view on t
ALTER TABLE t CHANGE a a2 int;
-- given view
-- gives view_works

-- operation rename_column_used_by_check on t
ALTER TABLE t CHANGE a a2 int;
-- given check

-- operation rename_column_used_by_generated on t
ALTER TABLE t CHANGE a a2 int;
-- given virtual_column

-- operation rename_column_used_by_fk on t
ALTER TABLE t CHANGE r r2 int;
-- given foreign_key

-- operation rename_referenced_column on p
ALTER TABLE p CHANGE id id2 int NOT NULL;
-- given foreign_key

-- operation rename_table_alter on t
ALTER TABLE t RENAME TO t2;

-- operation rename_table on t
RENAME TABLE t TO t2;

-- operation rename_table_used_by_view on t
RENAME TABLE t TO t2;
-- given view
-- gives view_works

-- operation rename_tables_swap on t
RENAME TABLE t TO t_old, nopk TO t;

-- operation rename_index on t
ALTER TABLE t RENAME INDEX t_s TO t_s2;

-- operation rename_table_referenced_by_fk on t
RENAME TABLE p TO p2;
-- given foreign_key
-- gives
SELECT CONCAT('a foreign key to ', referenced_table_name) FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE();

-- operation add_column_then_rename_swap on t
ALTER TABLE t RENAME COLUMN a TO tmp_a, RENAME COLUMN dup TO a;

-- # Constraints

-- operation add_check on t
ALTER TABLE t ADD CONSTRAINT ck CHECK (a >= 0);

-- operation add_check_violated on t
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 5);

-- operation add_check_not_enforced on t
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 5) NOT ENFORCED;

-- operation alter_check_enforced on t
ALTER TABLE t ALTER CHECK ck ENFORCED;
-- given
ALTER TABLE t ADD CONSTRAINT ck CHECK (a >= 0) NOT ENFORCED;

-- operation alter_check_enforced_violated on t
ALTER TABLE t ALTER CHECK ck ENFORCED;
-- given
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 5) NOT ENFORCED;

-- operation add_check_not_valid on t
ALTER TABLE t ADD CONSTRAINT ck CHECK (a >= 0) NOT VALID;

-- operation add_check_check_constraint_checks_off on t
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 5);
-- session
SET check_constraint_checks=0;

-- operation drop_check on t
ALTER TABLE t DROP CHECK ck;
-- given check

-- operation drop_constraint_check on t
ALTER TABLE t DROP CONSTRAINT ck;
-- given check

-- operation add_fk on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES p(id);

-- operation add_fk_with_index_present on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES p(id);
-- given
CREATE INDEX rix ON t(r);

-- operation add_fk_checks_off on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES p(id);
-- session
SET foreign_key_checks=0;

-- operation add_fk_checks_off_with_index_present on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES p(id);
-- given
CREATE INDEX rix ON t(r);
-- session
SET foreign_key_checks=0;

-- operation add_fk_violated on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (bad) REFERENCES p(id);

-- operation add_fk_violated_checks_off on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (bad) REFERENCES p(id);
-- session
SET foreign_key_checks=0;

-- operation add_fk_target_not_indexed on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES p(v);

-- operation add_fk_target_non_unique_index on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES p(v);
-- given
CREATE INDEX pv ON p(v);

-- operation add_fk_target_unique_index on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES p(v);
-- given
CREATE UNIQUE INDEX pv ON p(v);

-- operation add_fk_type_mismatch on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (big) REFERENCES p(id);

-- operation add_fk_not_valid on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES p(id) NOT VALID;

-- operation add_fk_missing_table on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES nosuch(id);

-- operation add_fk_missing_table_checks_off on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES nosuch(id);
-- session
SET foreign_key_checks=0;

-- operation add_fk_on_partitioned on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES p(id);
-- given
ALTER TABLE t DROP INDEX t_uci;
ALTER TABLE t PARTITION BY HASH(id) PARTITIONS 2;

-- operation drop_fk on t
ALTER TABLE t DROP FOREIGN KEY fk;
-- given foreign_key
-- gives
SELECT IF(COUNT(*) = 0, 'index dropped', 'index kept') FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 't' AND column_name = 'r';

-- operation drop_constraint_fk on t
ALTER TABLE t DROP CONSTRAINT fk;
-- given foreign_key

-- operation drop_fk_and_index on t
ALTER TABLE t DROP FOREIGN KEY fk, DROP INDEX fk;
-- given foreign_key

-- operation add_unique on t
ALTER TABLE t ADD CONSTRAINT u UNIQUE (uq);

-- operation add_unique_violated on t
ALTER TABLE t ADD CONSTRAINT u UNIQUE (dup);

-- operation add_unique_violated_unique_checks_off on t
ALTER TABLE t ADD CONSTRAINT u UNIQUE (dup);
-- session
SET unique_checks=0;

-- operation add_unique_ignore on t
ALTER IGNORE TABLE t ADD UNIQUE (dup);
-- gives
SELECT CONCAT(COUNT(*), ' rows left') FROM t;

-- operation drop_unique on t
ALTER TABLE t DROP INDEX u;
-- given unique_key

-- operation drop_constraint_unique on t
ALTER TABLE t DROP CONSTRAINT u;
-- given unique_key

-- operation add_primary_key on nopk
ALTER TABLE nopk ADD PRIMARY KEY (id);

-- operation add_primary_key_nullable_column on nopk
ALTER TABLE nopk ADD PRIMARY KEY (a2);
-- given
ALTER TABLE nopk ADD COLUMN a2 int;
UPDATE nopk SET a2=id;

-- operation add_primary_key_with_nulls on nopk
ALTER TABLE nopk ADD PRIMARY KEY (nul);

-- operation add_primary_key_duplicates on nopk
ALTER TABLE nopk ADD PRIMARY KEY (dup);

-- operation drop_primary_key on nk
ALTER TABLE nk DROP PRIMARY KEY;
-- given
CREATE TABLE nk(id int PRIMARY KEY, v int);
INSERT INTO nk SELECT id, a FROM t;

-- operation drop_primary_key_auto_increment on t
ALTER TABLE t DROP PRIMARY KEY;

-- operation swap_primary_key on nk
ALTER TABLE nk DROP PRIMARY KEY, ADD PRIMARY KEY (v);
-- given
CREATE TABLE nk(id int PRIMARY KEY, v int NOT NULL);
INSERT INTO nk SELECT id, id FROM t;

-- operation drop_primary_key_referenced on p
ALTER TABLE p DROP PRIMARY KEY;
-- given foreign_key

-- operation add_check_beside_zero_date_value on t
ALTER TABLE t ADD CONSTRAINT ck CHECK (a >= 0);
-- given
UPDATE t SET ts = '0000-00-00 00:00:00' WHERE id = 1;

-- # Indexes

-- operation create_index on t
CREATE INDEX ni ON t(uq);

-- operation alter_table_add_index on t
ALTER TABLE t ADD INDEX ni(uq);

-- operation create_unique_index on t
CREATE UNIQUE INDEX ni ON t(uq);

-- operation create_unique_index_violated on t
CREATE UNIQUE INDEX ni ON t(dup);

-- operation create_index_text_no_prefix on t
CREATE INDEX ni ON t(c);

-- operation create_index_text_prefix on t
CREATE INDEX ni ON t(c(20));

-- operation create_index_too_long on t
CREATE INDEX ni ON t(sl, s2, wide);

-- operation create_index_desc on t
CREATE INDEX ni ON t(uq DESC);

-- operation create_index_functional on t
CREATE INDEX ni ON t((a+1));

-- operation create_index_if_not_exists on t
CREATE INDEX IF NOT EXISTS ni ON t(uq);

-- operation create_index_concurrently on t
CREATE INDEX CONCURRENTLY ni ON t(uq);

-- operation create_index_invisible on t
CREATE INDEX ni ON t(uq) INVISIBLE;

-- operation create_index_duplicate_definition on t
CREATE INDEX ni ON t(s);

-- operation create_index_json_multivalued on t
CREATE INDEX ni ON t((CAST(jj->'$.k' AS UNSIGNED ARRAY)));
-- given
ALTER TABLE t ADD COLUMN jj json;

-- operation create_fulltext_index_first on t
CREATE FULLTEXT INDEX ni ON t(c);

-- operation create_fulltext_index_second on t
CREATE FULLTEXT INDEX ni ON t(s2);
-- given
CREATE FULLTEXT INDEX n0 ON t(c);

-- operation create_spatial_index on t
CREATE SPATIAL INDEX ni ON t(pt);
-- given
ALTER TABLE t ADD COLUMN pt geometry NULL;
UPDATE t SET pt = Point(1,1);
ALTER TABLE t MODIFY pt geometry NOT NULL;

-- operation create_spatial_index_nullable on t
CREATE SPATIAL INDEX ni ON t(pt);
-- given
ALTER TABLE t ADD COLUMN pt geometry NULL;

-- operation drop_index on t
DROP INDEX t_s ON t;

-- operation drop_index_alter on t
ALTER TABLE t DROP INDEX t_s;

-- operation drop_index_without_on on t
DROP INDEX t_s;

-- operation drop_index_if_exists_missing on t
DROP INDEX IF EXISTS nope ON t;

-- operation drop_index_needed_by_fk on t
DROP INDEX rix ON t;
-- given
CREATE INDEX rix ON t(r);
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES p(id);

-- operation alter_index_invisible on t
ALTER TABLE t ALTER INDEX t_s INVISIBLE;

-- operation alter_index_ignored on t
ALTER TABLE t ALTER INDEX t_s IGNORED;

-- operation add_and_drop_index on t
ALTER TABLE t ADD INDEX ni(uq), DROP INDEX t_s;

-- operation drop_and_readd_same_index on t
ALTER TABLE t DROP INDEX t_s, ADD INDEX t_s(s);

-- operation analyze_table on t
ANALYZE TABLE t;

-- operation optimize_table on t
OPTIMIZE TABLE t;

-- operation check_table on t
CHECK TABLE t;

-- operation repair_table on t
REPAIR TABLE t;

-- operation create_index_nowait on t
CREATE INDEX ni ON t NOWAIT (uq);

-- operation create_index_beside_zero_date_value on t
CREATE INDEX ni ON t(uq);
-- given
UPDATE t SET ts = '0000-00-00 00:00:00' WHERE id = 1;

-- # Tables

-- operation engine_same_innodb on t
ALTER TABLE t ENGINE=InnoDB;

-- operation force on t
ALTER TABLE t FORCE;

-- operation engine_to_myisam on t
ALTER TABLE t ENGINE=MyISAM;

-- operation engine_myisam_to_innodb on t
ALTER TABLE t ENGINE=InnoDB;
-- given
ALTER TABLE t ENGINE=MyISAM;

-- operation row_format_compressed on t
ALTER TABLE t ROW_FORMAT=COMPRESSED;

-- operation row_format_dynamic on t
ALTER TABLE t ROW_FORMAT=DYNAMIC;

-- operation table_comment on t
ALTER TABLE t COMMENT='x';

-- operation auto_increment_value on t
ALTER TABLE t AUTO_INCREMENT=1000000;

-- operation stats_persistent on t
ALTER TABLE t STATS_PERSISTENT=1;

-- operation order_by on t
ALTER TABLE t ORDER BY a;

-- operation no_op_alter on t
ALTER TABLE t;

-- operation truncate on t
TRUNCATE TABLE t;

-- operation truncate_referenced on p
TRUNCATE TABLE p;
-- given foreign_key

-- operation truncate_referenced_fk_checks_off on p
TRUNCATE TABLE p;
-- given foreign_key
-- session
SET foreign_key_checks=0;

-- operation drop_table on t
DROP TABLE t;

-- operation drop_table_referenced on p
DROP TABLE p;
-- given foreign_key

-- operation drop_table_referenced_fk_checks_off on p
DROP TABLE p;
-- given foreign_key
-- session
SET foreign_key_checks=0;

-- operation drop_table_used_by_view on t
DROP TABLE t;
-- given view

-- operation drop_table_if_exists_missing on t
DROP TABLE IF EXISTS nope;

-- operation drop_temporary_table on t
DROP TEMPORARY TABLE IF EXISTS nope;

-- operation disable_keys on t
ALTER TABLE t DISABLE KEYS;

-- operation discard_tablespace on t
ALTER TABLE t DISCARD TABLESPACE;

-- operation system_versioning on t
ALTER TABLE t ADD SYSTEM VERSIONING;

-- operation force_beside_zero_date_value on t
ALTER TABLE t FORCE;
-- given
UPDATE t SET ts = '0000-00-00 00:00:00' WHERE id = 1;

-- operation create_table_default_uuid on t
CREATE TABLE nt (id int, x char(36) NOT NULL DEFAULT (UUID()));

-- operation create_table_timestamp_not_null_default_zero on t
CREATE TABLE nt (id int, x timestamp NOT NULL DEFAULT '0000-00-00 00:00:00');

-- operation update_set_uuid on t
UPDATE t SET s2 = UUID();
-- gives
SELECT CONCAT(COUNT(DISTINCT s2), IF(COUNT(DISTINCT s2) = 1, ' value for all rows', ' distinct values')) FROM t;

-- operation update_set_replaced_uuid on t
UPDATE t SET s2 = REPLACE(UUID(), '-', '');
-- gives
SELECT CONCAT(COUNT(DISTINCT s2), IF(COUNT(DISTINCT s2) = 1, ' value for all rows', ' distinct values')) FROM t;

-- operation insert_null_into_not_null on t
INSERT INTO t (uq) VALUES (NULL);

-- operation insert_without_value_for_not_null on t
INSERT INTO t (a) VALUES (1);

-- # Partitions

-- operation partition_by on t
ALTER TABLE t PARTITION BY HASH(id) PARTITIONS 4;
-- given
ALTER TABLE t DROP INDEX t_uci;

-- operation remove_partitioning on pt
ALTER TABLE pt REMOVE PARTITIONING;
-- given partitions

-- operation add_partition_range on pt
ALTER TABLE pt ADD PARTITION (PARTITION p2 VALUES LESS THAN (200000));
-- given partitions

-- operation drop_partition on pt
ALTER TABLE pt DROP PARTITION p0;
-- given partitions
-- gives
SELECT IF(MIN(id) < 50, 'rows kept', 'rows of p0 deleted') FROM pt;

-- operation truncate_partition on pt
ALTER TABLE pt TRUNCATE PARTITION p0;
-- given partitions

-- operation reorganize_partition on pt
ALTER TABLE pt REORGANIZE PARTITION p1 INTO (PARTITION p1 VALUES LESS THAN (50000), PARTITION p2 VALUES LESS THAN (100000));
-- given partitions

-- operation coalesce_partition on t
ALTER TABLE t COALESCE PARTITION 2;
-- given hash_partitions

-- operation add_partition_hash on t
ALTER TABLE t ADD PARTITION PARTITIONS 2;
-- given hash_partitions

-- operation exchange_partition on pt
ALTER TABLE pt EXCHANGE PARTITION p0 WITH TABLE ex;
-- given partitions exchange_table

-- operation exchange_partition_without_validation on pt
ALTER TABLE pt EXCHANGE PARTITION p0 WITH TABLE ex WITHOUT VALIDATION;
-- given partitions exchange_table

-- operation exchange_partition_violating on pt
ALTER TABLE pt EXCHANGE PARTITION p0 WITH TABLE ex;
-- given partitions exchange_table
INSERT INTO ex VALUES (700000,1);

-- operation exchange_partition_after_instant_add on pt
ALTER TABLE pt EXCHANGE PARTITION p0 WITH TABLE ex;
-- given partitions exchange_table
ALTER TABLE pt ADD COLUMN q int;
ALTER TABLE ex ADD COLUMN q int;

-- operation rebuild_partition on pt
ALTER TABLE pt REBUILD PARTITION p0;
-- given partitions

-- operation optimize_partition on pt
ALTER TABLE pt OPTIMIZE PARTITION p0;
-- given partitions

-- operation analyze_partition on pt
ALTER TABLE pt ANALYZE PARTITION p0;
-- given partitions

-- operation convert_partition_to_table on pt
ALTER TABLE pt CONVERT PARTITION p0 TO TABLE px;
-- given partitions

-- operation convert_table_to_partition on pt
ALTER TABLE pt CONVERT TABLE ex2 TO PARTITION p2 VALUES LESS THAN (200000);
-- given partitions
CREATE TABLE ex2(id int NOT NULL, a int, PRIMARY KEY(id));

-- # What commits

-- operation commit_create_table on t
CREATE TABLE nt(id int);

-- operation commit_create_table_like on t
CREATE TABLE nt LIKE t;

-- operation commit_create_table_as_select on t
CREATE TABLE nt AS SELECT * FROM t;

-- operation commit_create_temporary_table on t
CREATE TEMPORARY TABLE nt(id int);

-- operation commit_create_view on t
CREATE VIEW v AS SELECT a FROM t;

-- operation commit_create_or_replace_view on t
CREATE OR REPLACE VIEW v AS SELECT a FROM t;

-- operation commit_drop_view on t
DROP VIEW v;
-- given view

-- operation commit_create_trigger on t
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;

-- operation commit_drop_trigger on t
DROP TRIGGER tr;
-- given trigger

-- operation commit_create_procedure on t
CREATE PROCEDURE pr() SELECT 1;

-- operation commit_create_function on t
CREATE FUNCTION fu() RETURNS int DETERMINISTIC RETURN 1;

-- operation commit_create_event on t
CREATE EVENT ev ON SCHEDULE EVERY 1 DAY DO SELECT 1;

-- operation commit_grant on t
GRANT SELECT ON t TO root@localhost;

-- operation commit_create_user on t
CREATE USER another@localhost;

-- operation commit_lock_tables on t
LOCK TABLES t READ, ic WRITE, t AS x READ;

-- operation commit_unlock_tables on t
UNLOCK TABLES;

-- operation commit_set_autocommit on t
SET autocommit=1;

-- operation commit_begin_again on t
BEGIN;

-- operation commit_create_database on t
CREATE DATABASE another;

-- operation commit_flush_tables on t
FLUSH TABLES;

-- operation commit_set_names on t
SET NAMES utf8mb4;

-- operation commit_use_db on t
USE mysql;

-- operation commit_insert on t
INSERT INTO p VALUES (5000,5000);

-- operation commit_update_all on t
UPDATE t SET nul=1;

-- operation commit_comment_on on t
COMMENT ON TABLE t IS 'x';

-- operation commit_create_role on t
CREATE ROLE another;

-- operation commit_create_sequence on t
CREATE SEQUENCE sq;

-- operation commit_savepoint on t
SAVEPOINT sp;

-- operation commit_analyze_table on t
ANALYZE TABLE t;

-- operation commit_optimize_table on t
OPTIMIZE TABLE t;

-- operation commit_check_table on t
CHECK TABLE t;

-- operation commit_truncate on t
TRUNCATE TABLE t;

-- operation commit_rename_table on t
RENAME TABLE t TO t9;

-- operation commit_start_transaction on t
START TRANSACTION;

-- operation commit_drop_temporary_table on t
DROP TEMPORARY TABLE IF EXISTS nope;

-- operation commit_alter_temporary_table on tmpx
ALTER TABLE tmpx ADD COLUMN y int;
-- given
CREATE TEMPORARY TABLE IF NOT EXISTS tmpx(id int);

-- operation commit_failing_ddl_unknown_column on t
ALTER TABLE t DROP COLUMN nosuch;

-- operation commit_failing_ddl_missing_table on t
ALTER TABLE nosuch ADD COLUMN x int;

-- operation commit_failing_ddl_syntax_error on t
ALTER TABLE t ADD COLUMN x nosuchtype;

-- operation commit_failing_ddl_algorithm_unsupported on t
ALTER TABLE t MODIFY dup bigint, ALGORITHM=INPLACE, LOCK=NONE;

-- # What fails halfway

-- operation partial_drop_two_tables_second_missing on t
DROP TABLE t, nosuch;

-- operation partial_rename_two_tables_second_fails on t
RENAME TABLE t TO t9, nosuch TO t8;

-- operation partial_alter_two_clauses_second_fails on t
ALTER TABLE t ADD COLUMN x int, DROP COLUMN nosuch;

-- operation partial_create_table_as_select_fails on t
CREATE TABLE nt (x tinyint) SELECT id AS x FROM t;

-- operation partial_drop_view_two_second_missing on t
DROP VIEW v, nosuch;
-- given view
