package dev.tiptoe.db;

/** What {@link PostgresDefinitions} asks PostgreSQL's catalogue, 11 or later. */
final class PostgresQueries {

  private PostgresQueries() {}

  /** Schemas that come with the server. */
  private static final String OWN_SCHEMAS =
      "n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'";

  static final String SEARCH_PATH =
      """
      SELECT string_agg(quote_ident(s.name), ', ' ORDER BY s.place) AS path
      FROM unnest(current_schemas(false)) WITH ORDINALITY AS s (name, place)
      """;

  /** Tables, views and indexes; {@code table} is the one that an index is on. */
  static final String RELATIONS =
      """
      WITH RECURSIVE parent AS (
        SELECT inhrelid AS oid, inhparent AS parent FROM pg_catalog.pg_inherits
        UNION
        SELECT p.oid, i.inhparent FROM parent p
        JOIN pg_catalog.pg_inherits i ON i.inhrelid = p.parent)
      SELECT c.oid, c.relname AS name, x.indrelid AS "table",
        (SELECT string_agg(p.parent::text, ',') FROM parent p WHERE p.oid = c.oid) AS parents,
        CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END AS partitioned,
        CASE WHEN c.relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(c.oid) END AS view,
        CASE c.relkind WHEN 'v' THEN 'CREATE VIEW ' WHEN 'm' THEN 'CREATE MATERIALIZED VIEW '
          ELSE CASE c.relpersistence WHEN 'u' THEN 'CREATE UNLOGGED TABLE ' ELSE 'CREATE TABLE ' END
        END || format('%%I.%%I', n.nspname, c.relname) AS head
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_catalog.pg_index x ON x.indexrelid = c.oid
      WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'i', 'I') AND %s
      ORDER BY c.oid
      """
          .formatted(OWN_SCHEMAS);

  /** A NOT NULL that has a name of its own, since PostgreSQL 18, is among the constraints. */
  static final String COLUMNS =
      """
      SELECT a.attrelid AS oid, quote_ident(a.attname) AS name,
        pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
        CASE WHEN a.attcollation <> t.typcollation
          THEN (SELECT quote_ident(l.collname) FROM pg_catalog.pg_collation l
                WHERE l.oid = a.attcollation)
        END AS collation,
        a.attidentity::text || a.attgenerated::text AS filling,
        pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS value,
        CASE WHEN a.attnotnull AND NOT EXISTS (
          SELECT 1 FROM pg_catalog.pg_constraint k
          WHERE k.conrelid = a.attrelid AND k.contype = 'n' AND k.conkey[1] = a.attnum
            AND NOT k.convalidated)
        THEN 'NOT NULL' END AS required
      FROM pg_catalog.pg_attribute a
      JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE a.attrelid = ANY (CAST(? AS oid[])) AND a.attnum > 0 AND NOT a.attisdropped
      ORDER BY a.attrelid, a.attnum
      """;

  /**
   * Foreign keys last, for they need the keys that they point to. A foreign key to a partitioned
   * table has a shadow for each partition.
   */
  static final String CONSTRAINTS =
      """
      SELECT format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', n.nspname, c.relname, k.conname,
        pg_catalog.pg_get_constraintdef(k.oid)) AS definition
      FROM pg_catalog.pg_constraint k
      JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE k.conrelid = ANY (CAST(? AS oid[]))
        AND (k.contype IN ('p', 'u', 'f', 'c', 'x') OR k.contype = 'n' AND NOT k.convalidated)
        AND NOT EXISTS (
          SELECT 1 FROM pg_catalog.pg_constraint parent
          WHERE parent.oid = k.conparentid AND parent.conrelid = k.conrelid)
      ORDER BY k.contype = 'f', k.oid
      """;

  /** Indexes that are no constraint's. */
  static final String INDEXES =
      """
      SELECT c.relname AS name, x.indisvalid AS valid,
        pg_catalog.pg_get_indexdef(x.indexrelid) AS definition
      FROM pg_catalog.pg_index x
      JOIN pg_catalog.pg_class c ON c.oid = x.indexrelid
      WHERE x.indrelid = ANY (CAST(? AS oid[])) AND NOT EXISTS (
        SELECT 1 FROM pg_catalog.pg_constraint k
        WHERE k.conindid = x.indexrelid AND k.conrelid = x.indrelid
          AND k.contype IN ('p', 'u', 'x'))
      ORDER BY x.indexrelid
      """;

  static final String PARTITIONS =
      """
      SELECT format('ALTER TABLE %I.%I ATTACH PARTITION %I.%I %s', pn.nspname, p.relname,
        n.nspname, c.relname, pg_catalog.pg_get_expr(c.relpartbound, c.oid)) AS definition
      FROM pg_catalog.pg_inherits i
      JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid AND c.relispartition
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_class p ON p.oid = i.inhparent
      JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
      WHERE c.oid = ANY (CAST(? AS oid[])) AND c.relkind IN ('r', 'p', 'f')
      """;

  static final String ENUMS =
      """
      SELECT format('CREATE TYPE %%I.%%I AS ENUM (%%s)', n.nspname, t.typname,
        (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
         FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid)) AS definition
      FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
      WHERE t.typtype = 'e' AND %s
      """
          .formatted(OWN_SCHEMAS);

  static final String DOMAINS =
      """
      SELECT format('CREATE DOMAIN %%I.%%I AS %%s%%s%%s%%s', n.nspname, t.typname,
        pg_catalog.format_type(t.typbasetype, t.typtypmod), ' DEFAULT ' || t.typdefault,
        CASE WHEN t.typnotnull THEN ' NOT NULL' END,
        (SELECT string_agg(format(' CONSTRAINT %%I %%s', k.conname,
           replace(pg_catalog.pg_get_constraintdef(k.oid), ' NOT VALID', '')), '')
         FROM pg_catalog.pg_constraint k
         WHERE k.contypid = t.oid AND k.contype = 'c')) AS definition
      FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
      WHERE t.typtype = 'd' AND %s
      """
          .formatted(OWN_SCHEMAS);

  static final String ROUTINES =
      """
      SELECT p.oid, p.proname AS name
      FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
      WHERE p.prokind IN ('f', 'p') AND %s
      """
          .formatted(OWN_SCHEMAS);

  static final String ROUTINE_TEXTS =
      """
      SELECT pg_catalog.pg_get_functiondef(p.oid) AS definition
      FROM pg_catalog.pg_proc p WHERE p.oid = ANY (CAST(? AS oid[]))
      """;
}
