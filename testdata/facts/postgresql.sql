-- What is measured on PostgreSQL. ExperimentsFile says how to read this file; each operation starts on a database of its own.

-- fixture
CREATE ROLE app;
SET allow_in_place_tablespaces = on;
CREATE TABLESPACE space LOCATION '';
CREATE SCHEMA other;
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE p (
  id int PRIMARY KEY,
  v int
);
CREATE TABLE t (
  id int PRIMARY KEY,
  a int,
  uq int NOT NULL,
  dup int,
  nul int,
  bad int,
  r int,
  big bigint,
  bigbig bigint,
  s varchar(50),
  c text,
  ts timestamp,
  tz timestamptz,
  num numeric(10, 2),
  j json,
  ch char(10),
  e mood,
  en varchar(20)
);
INSERT INTO p SELECT n, n FROM generate_series(1, 100) n;
INSERT INTO t
  SELECT n, n % 10, n, n % 5, CASE WHEN n % 10 > 0 THEN n END, n + 500000, n % 100 + 1, n, n + 5000000000, 'text ' || n, 'some text ' || n,
    timestamp '2024-06-01 12:00' + n * interval '1 minute', timestamptz '2024-06-01 12:00 UTC' + n * interval '1 minute',
    n + 0.25, '{"n": 1}', 'x', (ARRAY['sad', 'ok', 'happy'])[n % 3 + 1]::mood, (ARRAY['sad', 'ok', 'happy'])[n % 3 + 1]
  FROM generate_series(1, 1000) n;
CREATE INDEX t_a_ix ON t (a);
CREATE INDEX t_s_ix ON t (s);
CREATE INDEX t_c_ix ON t (c);
CREATE INDEX t_ts_ix ON t (ts);
CREATE INDEX t_tz_ix ON t (tz);
CREATE INDEX t_num_ix ON t (num);
CREATE INDEX t_big_ix ON t (big);
CREATE INDEX t_ch_ix ON t (ch);
CREATE INDEX t_e_ix ON t (e);
CREATE INDEX t_en_ix ON t (en);
CREATE TABLE nopk AS SELECT * FROM t;
ANALYZE;

-- let functions
CREATE FUNCTION f_plain() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f_imm() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE FUNCTION f_stable() RETURNS int LANGUAGE sql STABLE AS 'SELECT 1';
CREATE FUNCTION f_plpgsql() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';

-- let sequence
CREATE SEQUENCE sq;

-- let domains
CREATE DOMAIN d_plain AS int;
CREATE DOMAIN d_nn AS int NOT NULL;
CREATE DOMAIN d_chk AS int CHECK (VALUE > 0);
CREATE DOMAIN d_def AS int DEFAULT 5;
CREATE DOMAIN d_chk_def AS int DEFAULT 5 CHECK (VALUE > 0);

-- let text_domains
CREATE DOMAIN dt_plain AS text;
CREATE DOMAIN dt_chk AS text CHECK (VALUE <> '');

-- let domain_in_use
CREATE DOMAIN dd AS int;
ALTER TABLE t ADD COLUMN dx dd;
UPDATE t SET dx = id;

-- let composite
CREATE TYPE addr AS (street text, zip text);

-- let more_columns
CREATE DOMAIN dt_plain AS text;
ALTER TABLE t
  ADD COLUMN digits text, ADD COLUMN flagint int, ADD COLUMN f4 real, ADD COLUMN jb jsonb, ADD COLUMN jt text,
  ADD COLUMN ut text, ADD COLUMN ts3 timestamp(3), ADD COLUMN dt date, ADD COLUMN dom dt_plain, ADD COLUMN vb varbit(32),
  ADD COLUMN net cidr, ADD COLUMN ine inet, ADD COLUMN iv interval, ADD COLUMN by bytea, ADD COLUMN rng int4range;
UPDATE t SET
  digits = id, flagint = id % 2, f4 = 1.5, jb = '[]', jt = '[]', ut = md5(id::text), ts3 = ts, dt = ts, dom = s, vb = B'101',
  net = '10.1.0.0/16', ine = '10.1.0.0/16', iv = '90 minutes', by = 'x', rng = int4range(id, id + 1);
CREATE INDEX t_digits_ix ON t (digits);
CREATE INDEX t_flagint_ix ON t (flagint);
CREATE INDEX t_f4_ix ON t (f4);
CREATE INDEX t_jt_ix ON t (jt);
CREATE INDEX t_ut_ix ON t (ut);
CREATE INDEX t_ts3_ix ON t (ts3);
CREATE INDEX t_dt_ix ON t (dt);
CREATE INDEX t_dom_ix ON t (dom);
CREATE INDEX t_vb_ix ON t (vb);
CREATE INDEX t_net_ix ON t (net);
CREATE INDEX t_ine_ix ON t (ine);
CREATE INDEX t_iv_ix ON t (iv);
CREATE INDEX t_by_ix ON t (by);

-- let generated_column
ALTER TABLE t ADD COLUMN gx int GENERATED ALWAYS AS (a * 2) STORED;

-- let view
CREATE VIEW v AS SELECT s FROM t;

-- let materialized_view
CREATE MATERIALIZED VIEW mv AS SELECT id, a FROM t;

-- let check
ALTER TABLE t ADD CONSTRAINT ck CHECK (a >= 0);

-- let check_not_null
ALTER TABLE t ADD CONSTRAINT ck CHECK (a IS NOT NULL);

-- let check_not_null_not_valid
ALTER TABLE t ADD CONSTRAINT ck CHECK (a IS NOT NULL) NOT VALID;

-- let not_null_not_valid
ALTER TABLE t ADD CONSTRAINT nn NOT NULL a NOT VALID;

-- let foreign_key
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES p (id);

-- let unique
ALTER TABLE t ADD CONSTRAINT u UNIQUE (uq);

-- let unique_index
CREATE UNIQUE INDEX ui ON t (uq);

-- let trigger_function
CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';

-- let trigger
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE PROCEDURE trg();

-- let partitions
CREATE TABLE pt (id int NOT NULL, a int, b int) PARTITION BY RANGE (id);
CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (5000);
CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (5000) TO (10000);
INSERT INTO pt SELECT n, n % 10, n FROM generate_series(4500, 5499) n;

-- let default_partition
CREATE TABLE ptd PARTITION OF pt DEFAULT;
INSERT INTO pt SELECT n, 1, n FROM generate_series(40000, 40999) n;

-- let new_partition
CREATE TABLE np (id int NOT NULL, a int, b int);
INSERT INTO np SELECT n, 1, n FROM generate_series(21500, 22499) n;

-- let new_partition_check
ALTER TABLE np ADD CONSTRAINT ck CHECK (id IS NOT NULL AND id >= 20000 AND id < 30000);

-- let partition_with_reference
CREATE TABLE pt (id int, r int) PARTITION BY RANGE (id);
CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (5000);
INSERT INTO pt SELECT n, 1 FROM generate_series(1, 1000) n;

-- let column
SELECT CASE count(DISTINCT x::text) WHEN 0 THEN 'NULL' WHEN 1 THEN min(x::text) ELSE 'distinct values' END FROM t;

-- let variety
SELECT CASE count(DISTINCT x::text) WHEN 1 THEN 'one value for all rows' ELSE 'distinct values' END FROM t;

-- let nulls
SELECT count(*) - count(nul) || ' rows with NULL' FROM t;

-- let first_timestamp
SELECT min(ts) AT TIME ZONE 'UTC' FROM t;

-- let new_indexes
SELECT 'index ' || string_agg(CASE WHEN indisvalid THEN 'valid' ELSE 'INVALID' END, ', ')
  FROM pg_index WHERE indexrelid::regclass::text IN ('ni', 't_uq_idx');


-- ==== New columns ====

-- operation add_column_nullable on t
ALTER TABLE t ADD COLUMN x int;
-- gives column

-- operation add_column_nullable_if_not_exists_existing on t
ALTER TABLE t ADD COLUMN IF NOT EXISTS a int;

-- operation add_column_not_null_no_default_int on t
ALTER TABLE t ADD COLUMN x int NOT NULL;

-- operation add_column_not_null_no_default_varchar on t
ALTER TABLE t ADD COLUMN x varchar(40) NOT NULL;

-- operation add_column_not_null_no_default_text on t
ALTER TABLE t ADD COLUMN x text NOT NULL;

-- operation add_column_not_null_no_default_timestamp3 on t
ALTER TABLE t ADD COLUMN x timestamp(3) NOT NULL;

-- operation add_column_not_null_no_default_timestamptz on t
ALTER TABLE t ADD COLUMN x timestamptz NOT NULL;

-- operation add_column_not_null_no_default_date on t
ALTER TABLE t ADD COLUMN x date NOT NULL;

-- operation add_column_not_null_no_default_json on t
ALTER TABLE t ADD COLUMN x json NOT NULL;

-- operation add_column_not_null_no_default_jsonb on t
ALTER TABLE t ADD COLUMN x jsonb NOT NULL;

-- operation add_column_not_null_no_default_enum on t
ALTER TABLE t ADD COLUMN x mood NOT NULL;

-- operation add_column_not_null_no_default_boolean on t
ALTER TABLE t ADD COLUMN x boolean NOT NULL;

-- operation add_column_not_null_no_default_uuid on t
ALTER TABLE t ADD COLUMN x uuid NOT NULL;

-- operation add_column_not_null_no_default_bytea on t
ALTER TABLE t ADD COLUMN x bytea NOT NULL;

-- operation add_column_not_null_no_default_decimal on t
ALTER TABLE t ADD COLUMN x numeric(12,2) NOT NULL;

-- operation add_column_not_null_default_const_int on t
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT 7;
-- gives column

-- operation add_column_not_null_default_const_varchar on t
ALTER TABLE t ADD COLUMN x varchar(40) NOT NULL DEFAULT 'n/a';
-- gives column

-- operation add_column_not_null_default_const_text on t
ALTER TABLE t ADD COLUMN x text NOT NULL DEFAULT 'n/a';
-- gives column

-- operation add_column_not_null_default_const_jsonb on t
ALTER TABLE t ADD COLUMN x jsonb NOT NULL DEFAULT '{}';
-- gives column

-- operation add_column_not_null_default_const_enum on t
ALTER TABLE t ADD COLUMN x mood NOT NULL DEFAULT 'ok';
-- gives column

-- operation add_column_not_null_default_const_boolean on t
ALTER TABLE t ADD COLUMN x boolean NOT NULL DEFAULT false;
-- gives column

-- operation add_column_not_null_default_const_timestamptz on t
ALTER TABLE t ADD COLUMN x timestamptz NOT NULL DEFAULT '2020-01-01';
-- gives column

-- operation add_column_not_null_default_const_decimal on t
ALTER TABLE t ADD COLUMN x numeric(12,2) NOT NULL DEFAULT 0;
-- gives column

-- operation add_column_not_null_default_const_uuid on t
ALTER TABLE t ADD COLUMN x uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';
-- gives column

-- operation add_column_not_null_default_const_intarray on t
ALTER TABLE t ADD COLUMN x int[] NOT NULL DEFAULT '{}';
-- gives column

-- operation add_column_nullable_default_const on t
ALTER TABLE t ADD COLUMN x int DEFAULT 7;
-- gives column

-- operation add_column_not_null_default_null on t
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT NULL;

-- operation add_column_not_null_default_now on t
ALTER TABLE t ADD COLUMN x timestamptz NOT NULL DEFAULT now();
-- gives variety

-- operation add_column_not_null_default_current_timestamp on t
ALTER TABLE t ADD COLUMN x timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP;
-- gives variety

-- operation add_column_not_null_default_current_timestamp_cast_timestamp on t
ALTER TABLE t ADD COLUMN x timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP;
-- gives variety

-- operation add_column_not_null_default_current_date on t
ALTER TABLE t ADD COLUMN x date NOT NULL DEFAULT CURRENT_DATE;
-- gives variety

-- operation add_column_not_null_default_statement_timestamp on t
ALTER TABLE t ADD COLUMN x timestamptz NOT NULL DEFAULT statement_timestamp();
-- gives variety

-- operation add_column_not_null_default_transaction_timestamp on t
ALTER TABLE t ADD COLUMN x timestamptz NOT NULL DEFAULT transaction_timestamp();
-- gives variety

-- operation add_column_not_null_default_clock_timestamp on t
ALTER TABLE t ADD COLUMN x timestamptz NOT NULL DEFAULT clock_timestamp();
-- gives variety

-- operation add_column_not_null_default_timeofday on t
ALTER TABLE t ADD COLUMN x text NOT NULL DEFAULT timeofday();
-- gives variety

-- operation add_column_not_null_default_timezone_utc_now on t
ALTER TABLE t ADD COLUMN x timestamp NOT NULL DEFAULT timezone('utc', now());
-- gives variety

-- operation add_column_not_null_default_now_plus_interval on t
ALTER TABLE t ADD COLUMN x timestamptz NOT NULL DEFAULT (now() + interval '1 day');
-- gives variety

-- operation add_column_not_null_default_random on t
ALTER TABLE t ADD COLUMN x float8 NOT NULL DEFAULT random();
-- gives column

-- operation add_column_not_null_default_md5_random on t
ALTER TABLE t ADD COLUMN x text NOT NULL DEFAULT md5(random()::text);
-- gives column

-- operation add_column_not_null_default_nextval on t
ALTER TABLE t ADD COLUMN x bigint NOT NULL DEFAULT nextval('sq');
-- given sequence
-- gives column

-- operation add_column_not_null_default_current_user on t
ALTER TABLE t ADD COLUMN x text NOT NULL DEFAULT current_user;
-- gives variety

-- operation add_column_not_null_default_immutable_expr on t
ALTER TABLE t ADD COLUMN x text NOT NULL DEFAULT upper('abc');
-- gives column

-- operation add_column_not_null_default_now_string_literal on t
ALTER TABLE t ADD COLUMN x timestamptz NOT NULL DEFAULT 'now';
-- gives variety

-- operation add_column_not_null_default_sql_function_undeclared_volatility on t
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT f_plain();
-- given functions
-- gives column

-- operation add_column_not_null_default_sql_function_immutable on t
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT f_imm();
-- given functions
-- gives column

-- operation add_column_not_null_default_sql_function_stable on t
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT f_stable();
-- given functions
-- gives column

-- operation add_column_not_null_default_plpgsql_function_undeclared_volatility on t
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT f_plpgsql();
-- given functions
-- gives column

-- operation add_column_not_null_default_gen_random_uuid on t since 13
ALTER TABLE t ADD COLUMN x uuid NOT NULL DEFAULT gen_random_uuid();
-- gives column

-- operation add_column_nullable_default_gen_random_uuid on t since 13
ALTER TABLE t ADD COLUMN x uuid DEFAULT gen_random_uuid();
-- gives column

-- operation add_column_not_null_default_uuidv7 on t since 18
ALTER TABLE t ADD COLUMN x uuid NOT NULL DEFAULT uuidv7();
-- gives column

-- operation add_column_then_set_default_volatile_one_alter on t
ALTER TABLE t ADD COLUMN x float8, ALTER COLUMN x SET DEFAULT random();
-- gives column

-- operation add_column_generated_stored on t since 12
ALTER TABLE t ADD COLUMN x int GENERATED ALWAYS AS (a*2) STORED;
-- gives column

-- operation add_column_generated_virtual on t since 18
ALTER TABLE t ADD COLUMN x int GENERATED ALWAYS AS (a*2) VIRTUAL;
-- gives column

-- operation add_column_generated_no_keyword on t since 12
ALTER TABLE t ADD COLUMN x int GENERATED ALWAYS AS (a*2);
-- gives column

-- operation add_column_generated_virtual_not_null on t since 18
ALTER TABLE t ADD COLUMN x int GENERATED ALWAYS AS (a*2) VIRTUAL NOT NULL;
-- gives column

-- operation add_column_identity_always on t
ALTER TABLE t ADD COLUMN x int GENERATED ALWAYS AS IDENTITY;
-- gives column

-- operation add_column_identity_by_default on t
ALTER TABLE t ADD COLUMN x bigint GENERATED BY DEFAULT AS IDENTITY;
-- gives column

-- operation add_column_serial on t
ALTER TABLE t ADD COLUMN x serial;
-- gives column

-- operation add_column_bigserial on t
ALTER TABLE t ADD COLUMN x bigserial;
-- gives column

-- operation add_column_inline_unique on t
ALTER TABLE t ADD COLUMN x int UNIQUE;
-- gives column

-- operation add_column_inline_unique_default_const on t
ALTER TABLE t ADD COLUMN x int DEFAULT 0 UNIQUE;

-- operation add_column_inline_primary_key on nopk
ALTER TABLE nopk ADD COLUMN x int PRIMARY KEY;

-- operation add_column_inline_primary_key_identity on nopk
ALTER TABLE nopk ADD COLUMN x bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;

-- operation add_column_inline_primary_key_serial on nopk
ALTER TABLE nopk ADD COLUMN x bigserial PRIMARY KEY;

-- operation add_column_inline_primary_key_second on t
ALTER TABLE t ADD COLUMN x serial PRIMARY KEY;

-- operation add_column_inline_references on t
ALTER TABLE t ADD COLUMN x int REFERENCES p(id);
-- gives column

-- operation add_column_inline_references_default_const on t
ALTER TABLE t ADD COLUMN x int DEFAULT 1 REFERENCES p(id);
-- gives column

-- operation add_column_inline_references_not_null_default on t
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT 1 REFERENCES p(id);
-- gives column

-- operation add_column_inline_references_default_missing_parent on t
ALTER TABLE t ADD COLUMN x int DEFAULT 999999 REFERENCES p(id);

-- operation add_column_inline_check_nullable on t
ALTER TABLE t ADD COLUMN x int CHECK (x > 0);
-- gives column

-- operation add_column_inline_check_default_const on t
ALTER TABLE t ADD COLUMN x int DEFAULT 1 CHECK (x > 0);
-- gives column

-- operation add_column_inline_check_violated_by_default on t
ALTER TABLE t ADD COLUMN x int DEFAULT -1 CHECK (x > 0);

-- operation add_column_inline_check_is_not_null on t
ALTER TABLE t ADD COLUMN x int CHECK (x IS NOT NULL);

-- operation add_column_not_null_default_two_columns on t
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT 1, ADD COLUMN y text NOT NULL DEFAULT 'q';
-- gives column

-- operation add_column_mixed_const_and_volatile on t
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT 1, ADD COLUMN y float8 NOT NULL DEFAULT random();
-- gives column

-- operation add_column_domain_plain on t
ALTER TABLE t ADD COLUMN x d_plain;
-- given domains
-- gives column

-- operation add_column_domain_not_null on t
ALTER TABLE t ADD COLUMN x d_nn;
-- given domains
-- gives column

-- operation add_column_domain_check_nullable on t
ALTER TABLE t ADD COLUMN x d_chk;
-- given domains
-- gives column

-- operation add_column_domain_with_default on t
ALTER TABLE t ADD COLUMN x d_def;
-- given domains
-- gives column

-- operation add_column_domain_check_with_domain_default on t
ALTER TABLE t ADD COLUMN x d_chk_def;
-- given domains
-- gives column

-- operation add_column_domain_check_default_const on t
ALTER TABLE t ADD COLUMN x d_chk NOT NULL DEFAULT 5;
-- given domains
-- gives column

-- operation add_column_domain_not_null_default_const on t
ALTER TABLE t ADD COLUMN x d_nn DEFAULT 5;
-- given domains
-- gives column

-- operation add_column_composite_type on t
ALTER TABLE t ADD COLUMN x addr;
-- given composite
-- gives column

-- operation add_column_on_table_with_view on t
ALTER TABLE t ADD COLUMN x int;
-- given
CREATE VIEW v AS SELECT * FROM t;
-- gives
SELECT CASE count(*) WHEN 0 THEN 'no new column in the view' ELSE 'a new column in the view' END
  FROM information_schema.columns WHERE table_name = 'v' AND column_name = 'x';

-- operation add_column_only_on_inheritance_parent on t
ALTER TABLE ONLY t ADD COLUMN x int;
-- given
CREATE TABLE tc () INHERITS (t);


-- ==== Columns that go ====

-- operation drop_column on t
ALTER TABLE t DROP COLUMN c;

-- operation drop_column_if_exists_missing on t
ALTER TABLE t DROP COLUMN IF EXISTS nope;

-- operation drop_column_indexed on t
ALTER TABLE t DROP COLUMN s;
-- gives
SELECT count(*) || ' indexes left on it' FROM pg_indexes WHERE indexname = 't_s_ix';

-- operation drop_column_of_composite_index on t
ALTER TABLE t DROP COLUMN dup;
-- given
CREATE INDEX t_multi ON t(a, dup);
-- gives
SELECT count(*) || ' indexes left on it' FROM pg_indexes WHERE indexname = 't_multi';

-- operation drop_column_used_by_check_of_two_columns on t
ALTER TABLE t DROP COLUMN dup;
-- given
ALTER TABLE t ADD CONSTRAINT ck CHECK (a >= dup OR dup >= 0);
-- gives
SELECT count(*) || ' checks left on it' FROM pg_constraint WHERE conname = 'ck';

-- operation drop_column_used_by_view on t
ALTER TABLE t DROP COLUMN s;
-- given view

-- operation drop_column_used_by_view_cascade on t
ALTER TABLE t DROP COLUMN s CASCADE;
-- given view
-- gives
SELECT count(*) || ' views left on it' FROM pg_views WHERE viewname = 'v';

-- operation drop_column_used_by_generated on t since 12
ALTER TABLE t DROP COLUMN a;
-- given generated_column
-- gives
SELECT count(*) || ' generated columns left' FROM information_schema.columns WHERE column_name = 'gx';

-- operation drop_column_referencing_fk on t
ALTER TABLE t DROP COLUMN r;
-- given foreign_key

-- operation drop_column_primary_key_referenced_by_fk on p
ALTER TABLE p DROP COLUMN id;
-- given foreign_key

-- operation drop_column_and_add_same_name on t
ALTER TABLE t DROP COLUMN c, ADD COLUMN c int;
-- gives
SELECT count(*) - count(c) || ' rows with NULL' FROM t;

-- operation drop_expression on t since 13
ALTER TABLE t ALTER COLUMN gx DROP EXPRESSION;
-- given generated_column

-- operation set_expression_stored on t since 17
ALTER TABLE t ALTER COLUMN gx SET EXPRESSION AS (a*3);
-- given generated_column
-- gives
SELECT CASE sum(abs(gx - a * 3)) WHEN 0 THEN 'the new expression in all rows' ELSE 'the old values' END FROM t;

-- operation set_expression_virtual on t since 18
ALTER TABLE t ALTER COLUMN gx SET EXPRESSION AS (a*3);
-- given
ALTER TABLE t ADD COLUMN gx int GENERATED ALWAYS AS (a*2) VIRTUAL;
-- gives
SELECT CASE sum(abs(gx - a * 3)) WHEN 0 THEN 'the new expression in all rows' ELSE 'the old values' END FROM t;


-- ==== Defaults ====

-- operation set_default_const on t
ALTER TABLE t ALTER COLUMN nul SET DEFAULT 5;
-- gives nulls

-- operation set_default_volatile on t
ALTER TABLE t ALTER COLUMN nul SET DEFAULT (random()*10)::int;
-- gives nulls

-- operation drop_default on t
ALTER TABLE t ALTER COLUMN a DROP DEFAULT;

-- operation set_default_wrong_type on t
ALTER TABLE t ALTER COLUMN a SET DEFAULT 'abc';

-- operation drop_default_after_fast_default on t
ALTER TABLE t ALTER COLUMN x DROP DEFAULT;
-- given
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT 7;
-- gives column


-- ==== NOT NULL ====

-- operation set_not_null on t
ALTER TABLE t ALTER COLUMN a SET NOT NULL;

-- operation set_not_null_with_nulls on t
ALTER TABLE t ALTER COLUMN nul SET NOT NULL;

-- operation set_not_null_already on t
ALTER TABLE t ALTER COLUMN id SET NOT NULL;

-- operation set_not_null_with_index on t
ALTER TABLE t ALTER COLUMN s SET NOT NULL;

-- operation set_not_null_with_valid_check on t
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
-- given check_not_null

-- operation set_not_null_with_valid_check_compound on t
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
-- given
ALTER TABLE t ADD CONSTRAINT ck CHECK (a IS NOT NULL AND dup IS NOT NULL);

-- operation set_not_null_with_valid_check_positive on t
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
-- given check

-- operation set_not_null_with_not_valid_check on t
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
-- given check_not_null_not_valid

-- operation set_not_null_with_not_valid_check_and_nulls on t
ALTER TABLE t ALTER COLUMN nul SET NOT NULL;
-- given
ALTER TABLE t ADD CONSTRAINT ck CHECK (nul IS NOT NULL) NOT VALID;

-- operation set_not_null_with_two_columns_one_proved on t
ALTER TABLE t ALTER COLUMN a SET NOT NULL, ALTER COLUMN dup SET NOT NULL;
-- given check_not_null

-- operation set_not_null_and_drop_check_one_alter on t
ALTER TABLE t ALTER COLUMN a SET NOT NULL, DROP CONSTRAINT ck;
-- given check_not_null

-- operation add_check_not_null_not_valid on t
ALTER TABLE t ADD CONSTRAINT ck CHECK (a IS NOT NULL) NOT VALID;

-- operation add_check_not_null_not_valid_with_nulls on t
ALTER TABLE t ADD CONSTRAINT ck CHECK (nul IS NOT NULL) NOT VALID;

-- operation validate_check_not_null on t
ALTER TABLE t VALIDATE CONSTRAINT ck;
-- given check_not_null_not_valid

-- operation validate_check_not_null_with_nulls on t
ALTER TABLE t VALIDATE CONSTRAINT ck;
-- given
ALTER TABLE t ADD CONSTRAINT ck CHECK (nul IS NOT NULL) NOT VALID;

-- operation drop_check_after_set_not_null on t
ALTER TABLE t DROP CONSTRAINT ck;
-- given check_not_null
ALTER TABLE t ALTER COLUMN a SET NOT NULL;

-- operation drop_not_null on t
ALTER TABLE t ALTER COLUMN uq DROP NOT NULL;

-- operation drop_not_null_primary_key on t
ALTER TABLE t ALTER COLUMN id DROP NOT NULL;

-- operation add_named_not_null_constraint on t
ALTER TABLE t ADD CONSTRAINT nn NOT NULL a;

-- operation add_named_not_null_constraint_not_valid on t
ALTER TABLE t ADD CONSTRAINT nn NOT NULL a NOT VALID;

-- operation add_named_not_null_constraint_not_valid_with_nulls on t since 18
ALTER TABLE t ADD CONSTRAINT nn NOT NULL nul NOT VALID;

-- operation validate_named_not_null_constraint on t since 18
ALTER TABLE t VALIDATE CONSTRAINT nn;
-- given not_null_not_valid

-- operation validate_named_not_null_constraint_with_nulls on t since 18
ALTER TABLE t VALIDATE CONSTRAINT nn;
-- given
ALTER TABLE t ADD CONSTRAINT nn NOT NULL nul NOT VALID;

-- operation set_not_null_after_not_valid_not_null on t since 18
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
-- given not_null_not_valid

-- operation add_primary_key_after_not_valid_not_null on nopk since 18
ALTER TABLE nopk ADD PRIMARY KEY (id);
-- given
ALTER TABLE nopk ADD CONSTRAINT nn NOT NULL id NOT VALID;


-- ==== Types ====

-- operation alter_type_varchar_widen on t
ALTER TABLE t ALTER COLUMN s TYPE varchar(100);

-- operation alter_type_varchar_widen_past_255 on t
ALTER TABLE t ALTER COLUMN s TYPE varchar(300);

-- operation alter_type_varchar_drop_limit on t
ALTER TABLE t ALTER COLUMN s TYPE varchar;

-- operation alter_type_varchar_narrow_fits on t
ALTER TABLE t ALTER COLUMN s TYPE varchar(30);

-- operation alter_type_varchar_narrow_too_long on t
ALTER TABLE t ALTER COLUMN s TYPE varchar(3);

-- operation alter_type_varchar_to_text on t
ALTER TABLE t ALTER COLUMN s TYPE text;

-- operation alter_type_text_to_varchar_unlimited on t
ALTER TABLE t ALTER COLUMN c TYPE varchar;

-- operation alter_type_text_to_varchar_fits on t
ALTER TABLE t ALTER COLUMN c TYPE varchar(100);

-- operation alter_type_text_to_varchar_too_long on t
ALTER TABLE t ALTER COLUMN c TYPE varchar(2);

-- operation alter_type_int_to_bigint on t
ALTER TABLE t ALTER COLUMN a TYPE bigint;

-- operation alter_type_bigint_to_int_fits on t
ALTER TABLE t ALTER COLUMN big TYPE int;

-- operation alter_type_bigint_to_int_overflow on t
ALTER TABLE t ALTER COLUMN bigbig TYPE int;

-- operation alter_type_int_to_smallint on t
ALTER TABLE t ALTER COLUMN a TYPE smallint;

-- operation alter_type_int_to_numeric on t
ALTER TABLE t ALTER COLUMN a TYPE numeric;

-- operation alter_type_int_to_text on t
ALTER TABLE t ALTER COLUMN a TYPE text;

-- operation alter_type_text_to_int_no_using on t
ALTER TABLE t ALTER COLUMN digits TYPE int;
-- given more_columns

-- operation alter_type_text_to_int_using on t
ALTER TABLE t ALTER COLUMN digits TYPE int USING digits::int;
-- given more_columns

-- operation alter_type_text_to_int_using_bad_value on t
ALTER TABLE t ALTER COLUMN c TYPE int USING c::int;

-- operation alter_type_int_same_type on t
ALTER TABLE t ALTER COLUMN a TYPE int;

-- operation alter_type_int_same_type_using on t
ALTER TABLE t ALTER COLUMN a TYPE int USING a;

-- operation alter_type_int_to_boolean_no_using on t
ALTER TABLE t ALTER COLUMN flagint TYPE boolean;
-- given more_columns

-- operation alter_type_int_to_boolean_using on t
ALTER TABLE t ALTER COLUMN flagint TYPE boolean USING flagint <> 0;
-- given more_columns

-- operation alter_type_numeric_precision_widen on t
ALTER TABLE t ALTER COLUMN num TYPE numeric(12,2);

-- operation alter_type_numeric_drop_limit on t
ALTER TABLE t ALTER COLUMN num TYPE numeric;

-- operation alter_type_numeric_scale_widen on t
ALTER TABLE t ALTER COLUMN num TYPE numeric(12,4);

-- operation alter_type_numeric_precision_narrow on t
ALTER TABLE t ALTER COLUMN num TYPE numeric(9,2);

-- operation alter_type_numeric_overflow on t
ALTER TABLE t ALTER COLUMN num TYPE numeric(3,2);

-- operation alter_type_float4_to_float8 on t
ALTER TABLE t ALTER COLUMN f4 TYPE float8;
-- given more_columns

-- operation alter_type_char_to_varchar on t
ALTER TABLE t ALTER COLUMN ch TYPE varchar(10);

-- operation alter_type_char_widen on t
ALTER TABLE t ALTER COLUMN ch TYPE char(20);

-- operation alter_type_char_to_text on t
ALTER TABLE t ALTER COLUMN ch TYPE text;

-- operation alter_type_varchar_to_char on t
ALTER TABLE t ALTER COLUMN s TYPE char(50);

-- operation alter_type_json_to_jsonb on t
ALTER TABLE t ALTER COLUMN j TYPE jsonb;

-- operation alter_type_jsonb_to_json on t
ALTER TABLE t ALTER COLUMN jb TYPE json;
-- given more_columns

-- operation alter_type_text_to_jsonb_no_using on t
ALTER TABLE t ALTER COLUMN jt TYPE jsonb;
-- given more_columns

-- operation alter_type_text_to_jsonb_using on t
ALTER TABLE t ALTER COLUMN jt TYPE jsonb USING jt::jsonb;
-- given more_columns

-- operation alter_type_text_to_uuid_using on t
ALTER TABLE t ALTER COLUMN ut TYPE uuid USING ut::uuid;
-- given more_columns

-- operation alter_type_varchar_to_enum_no_using on t
ALTER TABLE t ALTER COLUMN en TYPE mood;

-- operation alter_type_varchar_to_enum_using on t
ALTER TABLE t ALTER COLUMN en TYPE mood USING en::mood;

-- operation alter_type_enum_to_text on t
ALTER TABLE t ALTER COLUMN e TYPE text;

-- operation alter_type_enum_to_varchar on t
ALTER TABLE t ALTER COLUMN e TYPE varchar(20);

-- operation alter_type_enum_to_new_enum_using on t
ALTER TABLE t ALTER COLUMN e TYPE mood2 USING e::text::mood2;
-- given
CREATE TYPE mood2 AS ENUM ('sad', 'ok', 'happy', 'meh');

-- operation alter_type_timestamp_precision_narrow on t
ALTER TABLE t ALTER COLUMN ts TYPE timestamp(3);

-- operation alter_type_timestamp_precision_widen_3_to_6 on t
ALTER TABLE t ALTER COLUMN ts3 TYPE timestamp(6);
-- given more_columns

-- operation alter_type_timestamp_3_to_unlimited on t
ALTER TABLE t ALTER COLUMN ts3 TYPE timestamp;
-- given more_columns

-- operation alter_type_date_to_timestamp on t
ALTER TABLE t ALTER COLUMN dt TYPE timestamp;
-- given more_columns

-- operation alter_type_timestamptz_to_date on t
ALTER TABLE t ALTER COLUMN tz TYPE date;

-- operation alter_type_text_to_domain_plain on t
ALTER TABLE t ALTER COLUMN c TYPE dt_plain;
-- given text_domains

-- operation alter_type_text_to_domain_check on t
ALTER TABLE t ALTER COLUMN c TYPE dt_chk;
-- given text_domains

-- operation alter_type_domain_to_base on t
ALTER TABLE t ALTER COLUMN dom TYPE text;
-- given more_columns

-- operation alter_type_varbit_widen on t
ALTER TABLE t ALTER COLUMN vb TYPE varbit(64);
-- given more_columns

-- operation alter_type_cidr_to_inet on t
ALTER TABLE t ALTER COLUMN net TYPE inet;
-- given more_columns

-- operation alter_type_inet_to_cidr on t
ALTER TABLE t ALTER COLUMN ine TYPE cidr;
-- given more_columns

-- operation alter_type_interval_narrow on t
ALTER TABLE t ALTER COLUMN iv TYPE interval(0);
-- given more_columns

-- operation alter_type_collation_change_to_C on t
ALTER TABLE t ALTER COLUMN s TYPE varchar(50) COLLATE "C";

-- operation alter_type_text_collation_change_indexed on t
ALTER TABLE t ALTER COLUMN c TYPE text COLLATE "C";

-- operation alter_type_bytea_to_text_using on t
ALTER TABLE t ALTER COLUMN by TYPE text USING encode(by,'hex');
-- given more_columns

-- operation alter_type_timestamp_to_timestamptz_session_utc on t
ALTER TABLE t ALTER COLUMN ts TYPE timestamptz;
-- session
SET timezone='UTC';
-- gives first_timestamp

-- operation alter_type_timestamptz_to_timestamp_session_utc on t
ALTER TABLE t ALTER COLUMN tz TYPE timestamp;
-- session
SET timezone='UTC';
-- gives
SELECT min(tz) FROM t;

-- operation alter_type_timestamp_to_timestamptz_session_non_utc on t
ALTER TABLE t ALTER COLUMN ts TYPE timestamptz;
-- session
SET timezone='America/New_York';
-- gives first_timestamp

-- operation alter_type_timestamptz_to_timestamp_session_non_utc on t
ALTER TABLE t ALTER COLUMN tz TYPE timestamp;
-- session
SET timezone='America/New_York';
-- gives
SELECT min(tz) FROM t;

-- operation alter_type_timestamp_to_timestamptz_using_at_time_zone_utc on t
ALTER TABLE t ALTER COLUMN ts TYPE timestamptz USING ts AT TIME ZONE 'UTC';
-- session
SET timezone='America/New_York';
-- gives first_timestamp

-- operation alter_type_timestamp_to_timestamptz_using_at_time_zone_utc_session_utc on t
ALTER TABLE t ALTER COLUMN ts TYPE timestamptz USING ts AT TIME ZONE 'UTC';
-- session
SET timezone='UTC';
-- gives first_timestamp

-- operation alter_type_used_by_view on t
ALTER TABLE t ALTER COLUMN s TYPE text;
-- given view

-- operation alter_type_used_by_generated on t since 12
ALTER TABLE t ALTER COLUMN a TYPE bigint;
-- given generated_column

-- operation alter_type_used_by_trigger_column_list on t
ALTER TABLE t ALTER COLUMN s TYPE text;
-- given trigger_function
CREATE TRIGGER tr BEFORE UPDATE OF s ON t FOR EACH ROW EXECUTE PROCEDURE trg();

-- operation alter_type_varchar_widen_with_check on t
ALTER TABLE t ALTER COLUMN s TYPE varchar(100);
-- given
ALTER TABLE t ADD CONSTRAINT cks CHECK (s <> '');

-- operation alter_type_varchar_to_text_with_check on t
ALTER TABLE t ALTER COLUMN s TYPE text;
-- given
ALTER TABLE t ADD CONSTRAINT cks CHECK (s <> '');

-- operation alter_type_varchar_widen_with_partial_index on t
ALTER TABLE t ALTER COLUMN s TYPE varchar(100);
-- given
CREATE INDEX t_s_part ON t(id) WHERE s <> '';

-- operation alter_type_varchar_widen_with_expression_index on t
ALTER TABLE t ALTER COLUMN s TYPE varchar(100);
-- given
CREATE INDEX t_s_expr ON t(lower(s));

-- operation alter_type_varchar_widen_with_default on t
ALTER TABLE t ALTER COLUMN s TYPE varchar(100);
-- given
ALTER TABLE t ALTER COLUMN s SET DEFAULT 'x';

-- operation alter_type_default_not_castable on t
ALTER TABLE t ALTER COLUMN en TYPE mood USING en::mood;
-- given
ALTER TABLE t ALTER COLUMN en SET DEFAULT 'ok';

-- operation alter_type_int_to_bigint_fk_column on t
ALTER TABLE t ALTER COLUMN r TYPE bigint;
-- given foreign_key

-- operation alter_type_int_to_bigint_referenced_column on p
ALTER TABLE p ALTER COLUMN id TYPE bigint;
-- given foreign_key

-- operation alter_type_serial_to_bigint on ts2
ALTER TABLE ts2 ALTER COLUMN id TYPE bigint;
-- given
CREATE TABLE ts2 (id serial PRIMARY KEY, q int);
INSERT INTO ts2 (q) SELECT n FROM generate_series(1, 1000) n;
-- gives
SELECT 'a sequence of type ' || data_type FROM pg_sequences WHERE sequencename = 'ts2_id_seq';

-- operation alter_type_two_columns_one_alter on t
ALTER TABLE t ALTER COLUMN a TYPE bigint, ALTER COLUMN dup TYPE bigint;

-- operation alter_column_set_statistics on t
ALTER TABLE t ALTER COLUMN a SET STATISTICS 500;

-- operation alter_column_set_storage on t
ALTER TABLE t ALTER COLUMN c SET STORAGE EXTERNAL;

-- operation alter_column_set_compression on t since 14
ALTER TABLE t ALTER COLUMN c SET COMPRESSION pglz;

-- operation alter_column_set_n_distinct on t
ALTER TABLE t ALTER COLUMN a SET (n_distinct = 100);

-- operation alter_column_add_identity on t
ALTER TABLE t ALTER COLUMN uq ADD GENERATED BY DEFAULT AS IDENTITY;

-- operation alter_column_add_identity_nullable on t
ALTER TABLE t ALTER COLUMN a ADD GENERATED BY DEFAULT AS IDENTITY;

-- operation alter_column_drop_identity on t
ALTER TABLE t ALTER COLUMN uq DROP IDENTITY;
-- given
ALTER TABLE t ALTER COLUMN uq ADD GENERATED BY DEFAULT AS IDENTITY;


-- ==== Names ====

-- operation rename_column on t
ALTER TABLE t RENAME COLUMN a TO a2;

-- operation rename_column_used_by_view on t
ALTER TABLE t RENAME COLUMN s TO s2;
-- given view
-- gives
SELECT 'the view column ' || column_name FROM information_schema.columns WHERE table_name = 'v';

-- operation rename_column_used_by_function on t
ALTER TABLE t RENAME COLUMN s TO s2;
-- given
CREATE FUNCTION usefn() RETURNS bigint LANGUAGE sql AS 'SELECT count(s) FROM t';
-- gives
SELECT usefn();

-- operation rename_table on t
ALTER TABLE t RENAME TO t2;

-- operation rename_table_used_by_view on t
ALTER TABLE t RENAME TO t2;
-- given view
-- gives
SELECT count(*) || ' rows through the view' FROM v;

-- operation rename_table_and_create_view_tx on t
ALTER TABLE t RENAME TO t2;

-- operation rename_constraint on t
ALTER TABLE t RENAME CONSTRAINT t_pkey TO t_pk;

-- operation rename_index on t
ALTER INDEX t_s_ix RENAME TO t_s_ix2;

-- operation rename_index_via_alter_table on t
ALTER TABLE t_s_ix RENAME TO t_s_ix2;

-- operation set_schema on t
ALTER TABLE t SET SCHEMA other;

-- operation rename_enum_value on t
ALTER TYPE mood RENAME VALUE 'ok' TO 'okay';
-- gives
SELECT 'rows that hold ' || max(e::text) FROM t WHERE e = 'okay';

-- operation rename_type on t
ALTER TYPE mood RENAME TO mood9;


-- ==== Constraints ====

-- operation add_check_valid on t
ALTER TABLE t ADD CONSTRAINT ck CHECK (a >= 0);

-- operation add_check_violated on t
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 5);

-- operation add_check_not_valid on t
ALTER TABLE t ADD CONSTRAINT ck CHECK (a >= 0) NOT VALID;

-- operation add_check_not_valid_violated on t
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 5) NOT VALID;

-- operation validate_check on t
ALTER TABLE t VALIDATE CONSTRAINT ck;
-- given
ALTER TABLE t ADD CONSTRAINT ck CHECK (a >= 0) NOT VALID;

-- operation validate_check_violated on t
ALTER TABLE t VALIDATE CONSTRAINT ck;
-- given
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 5) NOT VALID;

-- operation validate_check_already_valid on t
ALTER TABLE t VALIDATE CONSTRAINT ck;
-- given check

-- operation add_check_not_enforced on t
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 5) NOT ENFORCED;

-- operation alter_check_enforced on t since 18
ALTER TABLE t ALTER CONSTRAINT ck ENFORCED;
-- given
ALTER TABLE t ADD CONSTRAINT ck CHECK (a >= 0) NOT ENFORCED;

-- operation drop_check on t
ALTER TABLE t DROP CONSTRAINT ck;
-- given check

-- operation add_fk on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES p(id);

-- operation add_fk_violated on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (bad) REFERENCES p(id);

-- operation add_fk_not_valid on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES p(id) NOT VALID;

-- operation add_fk_not_valid_violated on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (bad) REFERENCES p(id) NOT VALID;

-- operation validate_fk on t
ALTER TABLE t VALIDATE CONSTRAINT fk;
-- given
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES p(id) NOT VALID;

-- operation validate_fk_violated on t
ALTER TABLE t VALIDATE CONSTRAINT fk;
-- given
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (bad) REFERENCES p(id) NOT VALID;

-- operation add_fk_not_enforced on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (bad) REFERENCES p(id) NOT ENFORCED;

-- operation alter_fk_enforced on t since 18
ALTER TABLE t ALTER CONSTRAINT fk ENFORCED;
-- given
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES p(id) NOT ENFORCED;

-- operation add_fk_self on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (uq) REFERENCES t(id);

-- operation add_fk_target_not_unique on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES p(v);

-- operation add_fk_to_plain_unique_index on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES p(v);
-- given
CREATE UNIQUE INDEX p_v ON p(v);

-- operation add_fk_type_mismatch on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (s) REFERENCES p(id);

-- operation add_fk_bigint_to_int on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (big) REFERENCES p(id);
-- given
UPDATE t SET big = r;

-- operation add_fk_not_valid_on_partitioned_child_table on pt since 11
ALTER TABLE pt ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES p(id) NOT VALID;
-- given partition_with_reference

-- operation add_fk_on_partitioned_child_table on pt
ALTER TABLE pt ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES p(id);
-- given partition_with_reference

-- operation drop_fk on t
ALTER TABLE t DROP CONSTRAINT fk;
-- given foreign_key

-- operation alter_fk_deferrable on t
ALTER TABLE t ALTER CONSTRAINT fk DEFERRABLE INITIALLY DEFERRED;
-- given foreign_key

-- operation drop_constraint_if_exists_missing on t
ALTER TABLE t DROP CONSTRAINT IF EXISTS nope;

-- operation add_unique_constraint on t
ALTER TABLE t ADD CONSTRAINT u UNIQUE (uq);

-- operation add_unique_constraint_violated on t
ALTER TABLE t ADD CONSTRAINT u UNIQUE (dup);

-- operation add_unique_constraint_many_nulls on t
ALTER TABLE t ADD CONSTRAINT u UNIQUE (nul2);
-- given
ALTER TABLE t ADD COLUMN nul2 int;

-- operation add_unique_nulls_not_distinct on t since 15
ALTER TABLE t ADD CONSTRAINT u UNIQUE NULLS NOT DISTINCT (nul2);
-- given
ALTER TABLE t ADD COLUMN nul2 int;

-- operation add_unique_using_index on t
ALTER TABLE t ADD CONSTRAINT u UNIQUE USING INDEX ui;
-- given unique_index

-- operation add_unique_using_nonunique_index on t
ALTER TABLE t ADD CONSTRAINT u UNIQUE USING INDEX ui;
-- given
CREATE INDEX ui ON t(uq);

-- operation add_unique_using_partial_index on t
ALTER TABLE t ADD CONSTRAINT u UNIQUE USING INDEX ui;
-- given
CREATE UNIQUE INDEX ui ON t(uq) WHERE uq > 0;

-- operation add_unique_using_expression_index on t
ALTER TABLE t ADD CONSTRAINT u UNIQUE USING INDEX ui;
-- given
CREATE UNIQUE INDEX ui ON t((uq+1));

-- operation add_unique_using_desc_index on t
ALTER TABLE t ADD CONSTRAINT u UNIQUE USING INDEX ui;
-- given
CREATE UNIQUE INDEX ui ON t(uq DESC);

-- operation add_unique_using_index_deferrable on t
ALTER TABLE t ADD CONSTRAINT u UNIQUE USING INDEX ui DEFERRABLE;
-- given unique_index

-- operation drop_unique_constraint on t
ALTER TABLE t DROP CONSTRAINT u;
-- given unique

-- operation add_primary_key_on_not_null on nopk
ALTER TABLE nopk ADD PRIMARY KEY (uq);
-- given
ALTER TABLE nopk ALTER COLUMN uq SET NOT NULL;

-- operation add_primary_key_on_nullable on nopk
ALTER TABLE nopk ADD PRIMARY KEY (id);

-- operation add_primary_key_with_nulls on nopk
ALTER TABLE nopk ADD PRIMARY KEY (nul);

-- operation add_primary_key_with_duplicates on nopk
ALTER TABLE nopk ADD PRIMARY KEY (dup);

-- operation add_primary_key_using_index_not_null on nopk
ALTER TABLE nopk ADD CONSTRAINT pk PRIMARY KEY USING INDEX ui;
-- given
ALTER TABLE nopk ALTER COLUMN uq SET NOT NULL;
CREATE UNIQUE INDEX ui ON nopk(uq);

-- operation add_primary_key_using_index_nullable on nopk
ALTER TABLE nopk ADD CONSTRAINT pk PRIMARY KEY USING INDEX ui;
-- given
CREATE UNIQUE INDEX ui ON nopk(id);

-- operation add_primary_key_using_index_nullable_with_valid_check on nopk
ALTER TABLE nopk ADD CONSTRAINT pk PRIMARY KEY USING INDEX ui;
-- given
CREATE UNIQUE INDEX ui ON nopk(id);
ALTER TABLE nopk ADD CONSTRAINT ck CHECK (id IS NOT NULL);

-- operation add_primary_key_using_index_with_nulls on nopk
ALTER TABLE nopk ADD CONSTRAINT pk PRIMARY KEY USING INDEX ui;
-- given
UPDATE nopk SET uq = NULL WHERE id = 5;
CREATE UNIQUE INDEX ui ON nopk(uq);

-- operation drop_primary_key on t
ALTER TABLE t DROP CONSTRAINT t_pkey;
-- gives
SELECT CASE WHEN attnotnull THEN 'NOT NULL kept' ELSE 'NOT NULL lost' END
  FROM pg_attribute WHERE attrelid = 't'::regclass AND attname = 'id';

-- operation drop_primary_key_referenced on p
ALTER TABLE p DROP CONSTRAINT p_pkey;
-- given foreign_key

-- operation drop_primary_key_referenced_cascade on p
ALTER TABLE p DROP CONSTRAINT p_pkey CASCADE;
-- given foreign_key

-- operation swap_primary_key_one_alter on t
ALTER TABLE t DROP CONSTRAINT t_pkey, ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX ui;
-- given unique_index

-- operation add_exclude_constraint on t
ALTER TABLE t ADD CONSTRAINT ex EXCLUDE USING gist (rng WITH &&);
-- given more_columns

-- operation add_check_not_valid_then_other_alter on t
ALTER TABLE t ADD CONSTRAINT ck CHECK (a >= 0) NOT VALID, VALIDATE CONSTRAINT ck;


-- ==== Indexes ====

-- operation create_index on t
CREATE INDEX ni ON t(uq);

-- operation create_index_if_not_exists_existing on t
CREATE INDEX IF NOT EXISTS t_s_ix ON t(uq);
-- gives
SELECT regexp_replace(indexdef, '.* ON .*(?=\()', 'the old index on ') FROM pg_indexes WHERE indexname = 't_s_ix';

-- operation create_unique_index on t
CREATE UNIQUE INDEX ni ON t(uq);

-- operation create_unique_index_violated on t
CREATE UNIQUE INDEX ni ON t(dup);

-- operation create_index_concurrently on t
CREATE INDEX CONCURRENTLY ni ON t(uq);
-- gives new_indexes

-- operation create_unique_index_concurrently on t
CREATE UNIQUE INDEX CONCURRENTLY ni ON t(uq);
-- gives new_indexes

-- operation create_unique_index_concurrently_violated on t
CREATE UNIQUE INDEX CONCURRENTLY ni ON t(dup);

-- operation create_index_concurrently_if_not_exists_invalid on t
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS ni ON t(uq);
-- given
CREATE UNIQUE INDEX ni ON t (uq);
UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ni'::regclass;
-- gives new_indexes

-- operation create_index_concurrently_if_not_exists_new on t
CREATE INDEX CONCURRENTLY IF NOT EXISTS ni ON t(uq);
-- gives new_indexes

-- operation create_index_without_name_concurrently on t
CREATE INDEX CONCURRENTLY ON t(uq);

-- operation create_index_expression on t
CREATE INDEX ni ON t(lower(s));

-- operation create_index_gin on t
CREATE INDEX ni ON t USING gin (jb);
-- given more_columns

-- operation create_index_partial on t
CREATE INDEX ni ON t(uq) WHERE nul IS NULL;

-- operation create_index_on_partitioned on pt
CREATE INDEX ni ON pt(a);
-- given partitions

-- operation create_index_concurrently_on_partitioned on pt
CREATE INDEX CONCURRENTLY ni ON pt(a);
-- given partitions

-- operation create_index_only_on_partitioned on pt since 11
CREATE INDEX ni ON ONLY pt(a);
-- given partitions
-- gives new_indexes

-- operation alter_index_attach_partition on pt since 11
ALTER INDEX ni ATTACH PARTITION ni1;
-- given partitions
CREATE INDEX ni ON ONLY pt(a);
CREATE INDEX ni1 ON pt1(a);

-- operation drop_index_on_partitioned_concurrently on pt since 11
DROP INDEX CONCURRENTLY ni;
-- given partitions
CREATE INDEX ni ON pt(a);

-- operation create_index_concurrently_on_temp_table on tmpt
CREATE INDEX CONCURRENTLY ni ON tmpt(a);
-- session
CREATE TEMP TABLE tmpt(a int);

-- operation create_index_on_mv_concurrently on mv
CREATE INDEX CONCURRENTLY ni ON mv(a);
-- given materialized_view

-- operation drop_index on t
DROP INDEX t_s_ix;

-- operation drop_index_if_exists_missing on t
DROP INDEX IF EXISTS nope;

-- operation drop_index_concurrently on t
DROP INDEX CONCURRENTLY t_s_ix;

-- operation drop_index_concurrently_cascade on t
DROP INDEX CONCURRENTLY t_s_ix CASCADE;

-- operation drop_two_indexes_concurrently on t
DROP INDEX CONCURRENTLY t_s_ix, t_a_ix;

-- operation drop_index_of_constraint on t
DROP INDEX u;
-- given unique

-- operation drop_index_concurrently_of_constraint on t
DROP INDEX CONCURRENTLY u;
-- given unique

-- operation reindex_index on t
REINDEX INDEX t_s_ix;

-- operation reindex_table on t
REINDEX TABLE t;

-- operation reindex_index_concurrently on t since 12
REINDEX INDEX CONCURRENTLY t_s_ix;

-- operation reindex_table_concurrently on t since 12
REINDEX TABLE CONCURRENTLY t;

-- operation reindex_schema on t
REINDEX SCHEMA public;

-- operation reindex_partitioned on pt since 11
REINDEX TABLE pt;
-- given partitions
CREATE INDEX ni ON pt(a);

-- operation alter_index_set_fillfactor on t
ALTER INDEX t_s_ix SET (fillfactor=70);

-- operation create_statistics on t
CREATE STATISTICS st (dependencies) ON a, dup FROM t;


-- ==== Enums, domains and composite types ====

-- operation enum_add_value on t
ALTER TYPE mood ADD VALUE 'meh';

-- operation enum_add_value_before on t
ALTER TYPE mood ADD VALUE 'meh' BEFORE 'ok';

-- operation enum_add_value_if_not_exists_existing on t
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'ok';

-- operation enum_add_value_existing on t
ALTER TYPE mood ADD VALUE 'ok';

-- operation enum_add_value_used_same_tx on t
ALTER TYPE mood ADD VALUE 'meh';
UPDATE t SET e='meh' WHERE id=1;

-- operation enum_add_value_set_default_same_tx on t
ALTER TYPE mood ADD VALUE 'meh';
ALTER TABLE t ALTER COLUMN e SET DEFAULT 'meh';

-- operation enum_add_value_compare_same_tx on t
ALTER TYPE mood ADD VALUE 'meh';
SELECT count(*) FROM t WHERE e='meh';

-- operation enum_add_value_to_type_created_same_tx on t
CREATE TYPE fresh AS ENUM ('one');
ALTER TYPE fresh ADD VALUE 'two';
SELECT 'two'::fresh;

-- operation enum_drop_type_in_use on t
DROP TYPE mood;

-- operation enum_drop_type_cascade on t
DROP TYPE mood CASCADE;
-- gives
SELECT count(*) || ' columns left of that type' FROM information_schema.columns WHERE table_name = 't' AND column_name = 'e';

-- operation enum_drop_value on t
ALTER TYPE mood DROP VALUE 'ok';

-- operation domain_add_check on t
ALTER DOMAIN dd ADD CONSTRAINT ck CHECK (VALUE > 0);
-- given domain_in_use

-- operation domain_add_check_violated on t
ALTER DOMAIN dd ADD CONSTRAINT ck CHECK (VALUE > 50);
-- given domain_in_use

-- operation domain_add_check_not_valid on t
ALTER DOMAIN dd ADD CONSTRAINT ck CHECK (VALUE > 50) NOT VALID;
-- given domain_in_use

-- operation domain_validate_check on t
ALTER DOMAIN dd VALIDATE CONSTRAINT ck;
-- given domain_in_use
ALTER DOMAIN dd ADD CONSTRAINT ck CHECK (VALUE > 0) NOT VALID;

-- operation domain_set_not_null on t
ALTER DOMAIN dd SET NOT NULL;
-- given domain_in_use

-- operation domain_set_not_null_with_nulls on t
ALTER DOMAIN dd SET NOT NULL;
-- given domain_in_use
UPDATE t SET dx=NULL WHERE id=3;

-- operation composite_type_add_attribute_in_use on t
ALTER TYPE addr ADD ATTRIBUTE city text;
-- given composite
ALTER TABLE t ADD COLUMN x addr;


-- ==== Partitions ====

-- operation create_partition_of on pt
CREATE TABLE pt3 PARTITION OF pt FOR VALUES FROM (20000) TO (30000);
-- given partitions

-- operation create_partition_of_with_default_partition on pt since 11
CREATE TABLE pt3 PARTITION OF pt FOR VALUES FROM (20000) TO (30000);
-- given partitions default_partition

-- operation create_partition_of_with_default_partition_overlapping_rows on pt since 11
CREATE TABLE pt3 PARTITION OF pt FOR VALUES FROM (40000) TO (50000);
-- given partitions default_partition

-- operation attach_partition_no_check on pt
ALTER TABLE pt ATTACH PARTITION np FOR VALUES FROM (20000) TO (30000);
-- given partitions new_partition

-- operation attach_partition_with_check on pt
ALTER TABLE pt ATTACH PARTITION np FOR VALUES FROM (20000) TO (30000);
-- given partitions new_partition new_partition_check

-- operation attach_partition_with_check_not_null_column_only on pt
ALTER TABLE pt ATTACH PARTITION np FOR VALUES FROM (20000) TO (30000);
-- given partitions new_partition
ALTER TABLE np ADD CONSTRAINT ck CHECK (id >= 20000 AND id < 30000);

-- operation attach_partition_with_not_valid_check on pt
ALTER TABLE pt ATTACH PARTITION np FOR VALUES FROM (20000) TO (30000);
-- given partitions new_partition
ALTER TABLE np ADD CONSTRAINT ck CHECK (id IS NOT NULL AND id >= 20000 AND id < 30000) NOT VALID;

-- operation attach_partition_with_check_and_default on pt since 11
ALTER TABLE pt ATTACH PARTITION np FOR VALUES FROM (20000) TO (30000);
-- given partitions default_partition new_partition new_partition_check

-- operation attach_partition_with_check_and_default_checked on pt since 11
ALTER TABLE pt ATTACH PARTITION np FOR VALUES FROM (20000) TO (30000);
-- given partitions default_partition new_partition new_partition_check
ALTER TABLE ptd ADD CONSTRAINT ckd CHECK (NOT (id IS NOT NULL AND id >= 20000 AND id < 30000));

-- operation attach_partition_violating on pt
ALTER TABLE pt ATTACH PARTITION np FOR VALUES FROM (20000) TO (22000);
-- given partitions new_partition

-- operation attach_partition_parent_has_index on pt since 11
ALTER TABLE pt ATTACH PARTITION np FOR VALUES FROM (20000) TO (30000);
-- given partitions new_partition new_partition_check
CREATE INDEX ni ON pt(a);

-- operation attach_partition_parent_has_index_and_partition_too on pt since 11
ALTER TABLE pt ATTACH PARTITION np FOR VALUES FROM (20000) TO (30000);
-- given partitions new_partition new_partition_check
CREATE INDEX ni ON pt(a);
CREATE INDEX np_a ON np(a);

-- operation attach_partition_parent_has_fk on pt since 11
ALTER TABLE pt ATTACH PARTITION np FOR VALUES FROM (20000) TO (30000);
-- given partitions new_partition new_partition_check
UPDATE pt SET a=1;
ALTER TABLE pt ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES p(id);

-- operation detach_partition on pt
ALTER TABLE pt DETACH PARTITION pt1;
-- given partitions

-- operation detach_partition_concurrently on pt since 14
ALTER TABLE pt DETACH PARTITION pt1 CONCURRENTLY;
-- given partitions

-- operation detach_partition_concurrently_with_default on pt since 14
ALTER TABLE pt DETACH PARTITION pt1 CONCURRENTLY;
-- given partitions default_partition

-- operation drop_partition_table on pt
DROP TABLE pt1;
-- given partitions

-- operation partitioned_add_column_default on pt
ALTER TABLE pt ADD COLUMN x int NOT NULL DEFAULT 1;
-- given partitions

-- operation partitioned_set_not_null on pt
ALTER TABLE pt ALTER COLUMN a SET NOT NULL;
-- given partitions

-- operation partitioned_set_not_null_only_parent on pt
ALTER TABLE ONLY pt ALTER COLUMN a SET NOT NULL;
-- given partitions

-- operation partitioned_add_check_not_valid on pt
ALTER TABLE pt ADD CONSTRAINT ck CHECK (a >= 0) NOT VALID;
-- given partitions

-- operation partitioned_add_primary_key on pt since 11
ALTER TABLE pt ADD PRIMARY KEY (id);
-- given partitions

-- operation partitioned_add_primary_key_without_partition_key on pt since 11
ALTER TABLE pt ADD PRIMARY KEY (b);
-- given partitions

-- operation partitioned_truncate on pt
TRUNCATE pt;
-- given partitions


-- ==== Upkeep, triggers, rights and storage ====

-- operation vacuum on t
VACUUM t;

-- operation vacuum_full on t
VACUUM FULL t;

-- operation analyze on t
ANALYZE t;

-- operation cluster on t
CLUSTER t USING t_a_ix;

-- operation refresh_materialized_view on mv
REFRESH MATERIALIZED VIEW mv;
-- given materialized_view
CREATE UNIQUE INDEX mv_u ON mv(id);

-- operation refresh_materialized_view_concurrently on mv
REFRESH MATERIALIZED VIEW CONCURRENTLY mv;
-- given materialized_view
CREATE UNIQUE INDEX mv_u ON mv(id);

-- operation refresh_materialized_view_concurrently_no_unique_index on mv
REFRESH MATERIALIZED VIEW CONCURRENTLY mv;
-- given materialized_view

-- operation create_materialized_view on t
CREATE MATERIALIZED VIEW mv AS SELECT id, a FROM t;

-- operation set_unlogged on t
ALTER TABLE t SET UNLOGGED;

-- operation set_logged on t
ALTER TABLE t SET LOGGED;
-- given
ALTER TABLE t SET UNLOGGED;

-- operation set_tablespace on t
ALTER TABLE t SET TABLESPACE space;

-- operation set_tablespace_index on t
ALTER INDEX t_s_ix SET TABLESPACE space;

-- operation truncate on t
TRUNCATE t;

-- operation truncate_referenced on p
TRUNCATE p;
-- given foreign_key

-- operation truncate_referenced_cascade on p
TRUNCATE p CASCADE;
-- given foreign_key
-- gives
SELECT count(*) || ' rows left in t' FROM t;

-- operation lock_table on t
LOCK TABLE t;

-- operation lock_table_share on t
LOCK TABLE t IN SHARE MODE;

-- operation lock_table_share_row_exclusive on t
LOCK TABLE t IN SHARE ROW EXCLUSIVE MODE;

-- operation create_trigger on t
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE PROCEDURE trg();
-- given trigger_function

-- operation create_or_replace_trigger on t since 14
CREATE OR REPLACE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE PROCEDURE trg();
-- given trigger_function trigger

-- operation drop_trigger on t
DROP TRIGGER tr ON t;
-- given trigger_function trigger

-- operation disable_trigger_user on t
ALTER TABLE t DISABLE TRIGGER USER;
-- given trigger_function trigger

-- operation disable_trigger_all on t
ALTER TABLE t DISABLE TRIGGER ALL;
-- given trigger_function trigger

-- operation enable_trigger on t
ALTER TABLE t ENABLE TRIGGER tr;
-- given trigger_function trigger

-- operation create_rule on t
CREATE RULE ru AS ON DELETE TO t DO INSTEAD NOTHING;

-- operation comment_on_table on t
COMMENT ON TABLE t IS 'x';

-- operation comment_on_column on t
COMMENT ON COLUMN t.a IS 'x';

-- operation comment_on_index on t
COMMENT ON INDEX t_s_ix IS 'x';

-- operation comment_on_constraint on t
COMMENT ON CONSTRAINT t_pkey ON t IS 'x';

-- operation enable_rls on t
ALTER TABLE t ENABLE ROW LEVEL SECURITY;

-- operation force_rls on t
ALTER TABLE t FORCE ROW LEVEL SECURITY;

-- operation create_policy on t
CREATE POLICY po ON t USING (a > 0);

-- operation drop_policy on t
DROP POLICY po ON t;
-- given
CREATE POLICY po ON t USING (a > 0);

-- operation set_fillfactor on t
ALTER TABLE t SET (fillfactor=80);

-- operation set_autovacuum_enabled on t
ALTER TABLE t SET (autovacuum_enabled=false);

-- operation reset_storage_param on t
ALTER TABLE t RESET (fillfactor);

-- operation set_user_catalog_table on t
ALTER TABLE t SET (user_catalog_table=true);

-- operation replica_identity_full on t
ALTER TABLE t REPLICA IDENTITY FULL;

-- operation owner_to on t
ALTER TABLE t OWNER TO app;

-- operation grant on t
GRANT SELECT ON t TO app;

-- operation revoke on t
REVOKE SELECT ON t FROM app;
-- given
GRANT SELECT ON t TO app;

-- operation set_access_method_heap on t since 15
ALTER TABLE t SET ACCESS METHOD heap;

-- operation cluster_on on t
ALTER TABLE t CLUSTER ON t_a_ix;

-- operation set_without_oids on t
ALTER TABLE t SET WITHOUT OIDS;

-- operation set_with_oids on t until 11
ALTER TABLE t SET WITH OIDS;

-- operation inherit on t
ALTER TABLE k2 INHERIT t;
-- given
CREATE TABLE k2 (LIKE t INCLUDING ALL);

-- operation no_inherit on t
ALTER TABLE k2 NO INHERIT t;
-- given
CREATE TABLE k2 () INHERITS (t);


-- ==== Whole objects ====

-- operation create_table on nt
CREATE TABLE nt(id int primary key);

-- operation create_table_like on t
CREATE TABLE nt (LIKE t INCLUDING ALL);

-- operation create_table_as on t
CREATE TABLE nt AS SELECT * FROM t;

-- operation create_table_with_fk on p
CREATE TABLE nt(id int primary key, r int REFERENCES p(id));

-- operation create_table_with_fk_referencing_t on t
CREATE TABLE nt(id int primary key, r int REFERENCES t(id));

-- operation drop_table on t
DROP TABLE t;

-- operation drop_table_with_fk_to_parent on t
DROP TABLE t;
-- given foreign_key

-- operation drop_table_referenced on p
DROP TABLE p;
-- given foreign_key

-- operation drop_table_referenced_cascade on p
DROP TABLE p CASCADE;
-- given foreign_key

-- operation drop_table_used_by_view on t
DROP TABLE t;
-- given view

-- operation create_view on t
CREATE VIEW v AS SELECT s FROM t;

-- operation create_or_replace_view_add_column on t
CREATE OR REPLACE VIEW v AS SELECT s, a FROM t;
-- given view

-- operation create_or_replace_view_drop_column on t
CREATE OR REPLACE VIEW v AS SELECT s FROM t;
-- given
CREATE VIEW v AS SELECT s, a FROM t;

-- operation create_or_replace_view_change_type on t
CREATE OR REPLACE VIEW v AS SELECT a::bigint AS a FROM t;
-- given
CREATE VIEW v AS SELECT a FROM t;

-- operation drop_view on t
DROP VIEW v;
-- given view

-- operation create_sequence_owned on t
CREATE SEQUENCE sq OWNED BY t.a;

-- operation create_function on t
CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';

-- operation create_publication on t
CREATE PUBLICATION pub FOR TABLE t;

-- operation create_publication_all on t
CREATE PUBLICATION pub FOR ALL TABLES;

-- operation create_database on t
CREATE DATABASE other_db;
-- given
DROP DATABASE IF EXISTS other_db;

-- operation drop_database on t
DROP DATABASE IF EXISTS other_db;
-- given
DROP DATABASE IF EXISTS other_db;

-- operation create_tablespace on t
CREATE TABLESPACE nosuch LOCATION '/nonexistent';

-- operation alter_system on t
ALTER SYSTEM SET work_mem='4MB';

-- operation vacuum_all on t
VACUUM;

-- operation checkpoint on t
CHECKPOINT;

-- operation discard_all on t
DISCARD ALL;

-- operation create_role on t
CREATE ROLE newcomer;

-- operation create_extension on t
CREATE EXTENSION IF NOT EXISTS pgcrypto;

-- operation create_subscription on t
CREATE SUBSCRIPTION sub CONNECTION 'host=127.0.0.1 port=1' PUBLICATION p WITH (connect=false);

-- operation do_block_with_commit on t
DO $$ BEGIN UPDATE t SET a=a WHERE id=1; COMMIT; END $$;

-- operation call_procedure_with_commit on t since 11
CALL pr();
-- given
CREATE PROCEDURE pr() LANGUAGE plpgsql AS 'BEGIN COMMIT; END';


-- ==== Rows ====

-- operation update_all_rows on t
UPDATE t SET nul = 1;

-- operation delete_all_rows on t
DELETE FROM t;

-- operation update_where_pk on t
UPDATE t SET nul = 1 WHERE id BETWEEN 1 AND 100;

-- operation select_for_update on t
SELECT * FROM t WHERE id=1 FOR UPDATE;

-- operation insert_select on nopk
INSERT INTO nopk SELECT * FROM nopk;

-- operation copy_from_program_in_tx on t
COPY (SELECT 1) TO '/dev/null';


-- ==== Several actions in one transaction or one ALTER ====

-- operation add_check_not_valid_and_validate_one_transaction on t
ALTER TABLE t ADD CONSTRAINT ck CHECK (a >= 0) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT ck;

-- operation add_fk_not_valid_and_validate_one_transaction on t
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES p(id) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT fk;

-- operation check_validate_set_not_null_drop_one_transaction on t
ALTER TABLE t ADD CONSTRAINT ck CHECK (a IS NOT NULL) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT ck;
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
ALTER TABLE t DROP CONSTRAINT ck;

-- operation three_steps_one_transaction on t
ALTER TABLE t ADD COLUMN x int;
UPDATE t SET x = 1;
ALTER TABLE t ALTER COLUMN x SET NOT NULL;

-- operation three_steps_one_transaction_with_fk_update on t
ALTER TABLE t ADD COLUMN x int;
UPDATE t SET x = 1, r = 2;
ALTER TABLE t ALTER COLUMN x SET NOT NULL;
-- given
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES p(id) DEFERRABLE INITIALLY DEFERRED;

-- operation update_then_alter_same_transaction_fk on t
UPDATE t SET r = 2;
ALTER TABLE t ALTER COLUMN r SET NOT NULL;
-- given foreign_key

-- operation add_column_and_create_index_one_transaction on t
ALTER TABLE t ADD COLUMN x int;
CREATE INDEX ni ON t(x);

-- operation create_table_and_index_concurrently_one_transaction on t
CREATE TABLE nt(id int);
CREATE INDEX CONCURRENTLY ni ON nt(id);

-- operation create_table_insert_set_not_null_one_transaction on t
CREATE TABLE nt(id int);
INSERT INTO nt SELECT 1;
ALTER TABLE nt ALTER COLUMN id SET NOT NULL;

-- operation drop_not_null_and_set_not_null_one_alter on t
ALTER TABLE t ALTER COLUMN a SET NOT NULL, ALTER COLUMN uq DROP NOT NULL;

-- operation set_default_and_set_not_null_one_alter_with_nulls on t
ALTER TABLE t ALTER COLUMN nul SET DEFAULT 5, ALTER COLUMN nul SET NOT NULL;

-- operation alter_type_and_set_not_null_one_alter on t
ALTER TABLE t ALTER COLUMN a TYPE bigint, ALTER COLUMN a SET NOT NULL;

-- operation alter_type_using_coalesce_and_set_not_null_one_alter on t
ALTER TABLE t ALTER COLUMN nul TYPE int USING COALESCE(nul, 0), ALTER COLUMN nul SET NOT NULL;
