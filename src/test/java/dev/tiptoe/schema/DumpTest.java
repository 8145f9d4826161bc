package dev.tiptoe.schema;

import static dev.tiptoe.schema.Learned.name;
import static dev.tiptoe.schema.Learned.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Clause.Kind;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.schema.Column.Nullability;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Projects that squash their history begin with what pg_dump or mysqldump wrote. */
class DumpTest {

  private static Catalog after(Dialect dialect, String dump) {
    SourceFile file = new SourceFile("dump.sql", dump);
    Script script = Script.read(file, Target.oldest(dialect));
    assertThat(script.statements())
        .filteredOn(s -> s.changes().stream().anyMatch(Change.Other.class::isInstance))
        .extracting(s -> file.text(s.span()))
        .isEmpty();
    Catalog catalog = new Catalog(script.target());
    script.executed().forEach(s -> s.changes().forEach(c -> catalog.apply(c, s.course(), file)));
    catalog.settle();
    return catalog;
  }

  @Test
  void aDumpOfPostgresqlTellsTheWholeSchema() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            """
            --
            -- PostgreSQL database dump
            --

            \\restrict 4fYdcV9

            -- Dumped from database version 16.4
            SET statement_timeout = 0;
            SET client_encoding = 'UTF8';
            SELECT pg_catalog.set_config('search_path', '', false);
            SET check_function_bodies = false;
            SET default_tablespace = '';
            SET default_table_access_method = heap;

            CREATE SCHEMA audit;
            ALTER SCHEMA audit OWNER TO app;
            CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public;
            COMMENT ON EXTENSION citext IS 'data type for case-insensitive character strings';

            CREATE TYPE public.status AS ENUM (
                'open',
                'closed'
            );
            ALTER TYPE public.status OWNER TO app;

            CREATE FUNCTION public.touch() RETURNS trigger
                LANGUAGE plpgsql
                AS $$ BEGIN NEW.at = now(); RETURN NEW; END; $$;

            CREATE TABLE public.customers (
                id bigint NOT NULL,
                email public.citext NOT NULL,
                at timestamp with time zone DEFAULT now() NOT NULL
            );
            ALTER TABLE public.customers OWNER TO app;

            CREATE SEQUENCE public.customers_id_seq
                START WITH 1
                INCREMENT BY 1
                NO MINVALUE
                NO MAXVALUE
                CACHE 1;
            ALTER TABLE public.customers_id_seq OWNER TO app;
            ALTER SEQUENCE public.customers_id_seq OWNED BY public.customers.id;

            CREATE TABLE public.orders (
                id bigint NOT NULL,
                customer_id bigint,
                status public.status DEFAULT 'open'::public.status NOT NULL,
                total numeric(10,2),
                CONSTRAINT orders_total_check CHECK ((total >= (0)::numeric))
            );
            ALTER TABLE public.orders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
                SEQUENCE NAME public.orders_id_seq
                START WITH 1
                INCREMENT BY 1
                NO MINVALUE
                NO MAXVALUE
                CACHE 1
            );

            CREATE TABLE public.events (
                at date NOT NULL
            )
            PARTITION BY RANGE (at);
            CREATE TABLE public.events_2026 (
                at date NOT NULL
            );
            ALTER TABLE ONLY public.events ATTACH PARTITION public.events_2026
                FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

            CREATE VIEW public.open_orders AS
             SELECT id FROM public.orders WHERE (status = 'open'::public.status);

            ALTER TABLE ONLY public.customers
                ALTER COLUMN id SET DEFAULT nextval('public.customers_id_seq'::regclass);

            COPY public.customers (id, email, at) FROM stdin;
            1	a@example.org	2026-01-01 00:00:00+00
            2	DROP TABLE public.orders;	\\N
            \\.

            SELECT pg_catalog.setval('public.customers_id_seq', 2, true);

            ALTER TABLE ONLY public.customers
                ADD CONSTRAINT customers_pkey PRIMARY KEY (id);
            ALTER TABLE ONLY public.orders
                ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
            CREATE INDEX orders_open_idx ON public.orders USING btree (status)
                WHERE (status = 'open'::public.status);
            CREATE UNIQUE INDEX customers_email_idx ON public.customers USING btree (lower((email)::text));
            CREATE TRIGGER touch BEFORE UPDATE ON public.customers
                FOR EACH ROW EXECUTE FUNCTION public.touch();
            ALTER TABLE ONLY public.orders
                ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id)
                REFERENCES public.customers(id) ON DELETE CASCADE;
            GRANT SELECT ON TABLE public.orders TO reader;

            \\unrestrict 4fYdcV9
            """);
    Table orders = table(catalog, "orders");
    Table customers = table(catalog, "customers");
    assertThat(orders.isNew()).isFalse();
    assertThat(orders.isComplete() && customers.isComplete()).isTrue();
    assertThat(customers.primaryKey().orElseThrow().name()).isEqualTo("customers_pkey");
    assertThat(customers.column(name("id")).orElseThrow().defaultValue())
        .contains("nextval('public.customers_id_seq'::regclass)");
    assertThat(orders.columns())
        .extracting(Column::nullability)
        .containsExactly(
            Nullability.NOT_NULL, Nullability.NULLABLE, Nullability.NOT_NULL, Nullability.NULLABLE);
    assertThat(orders.foreignKeys().get(0).reference().orElseThrow().table().name())
        .isEqualTo("customers");
    assertThat(orders.hasIndexStartingWith(List.of(name("customer_id")))).isFalse();
    assertThat(orders.hasIndexStartingWith(List.of(name("status")))).isFalse();
    assertThat(catalog.indexOwner(name("orders_open_idx"))).isPresent();
    assertThat(catalog.enumValues(name("status"))).contains(List.of("'open'", "'closed'"));
    assertThat(catalog.isView(name("open_orders"))).isTrue();
    assertThat(table(catalog, "events").isPartitioned()).isTrue();
    assertThat(table(catalog, "events_2026").partitionOf()).map(Name::name).contains("events");
  }

  @Test
  void aDumpOfMysqlTellsTheWholeSchema() {
    Catalog catalog =
        after(
            Dialect.MYSQL,
            """
            -- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
            /*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
            /*!50503 SET NAMES utf8mb4 */;
            /*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
            /*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;

            DROP TABLE IF EXISTS `customers`;
            /*!40101 SET @saved_cs_client     = @@character_set_client */;
            /*!50503 SET character_set_client = utf8mb4 */;
            CREATE TABLE `customers` (
              `id` int NOT NULL AUTO_INCREMENT,
              `name` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL COMMENT 'as they say; it',
              `at` timestamp NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
              `hidden` int /*!80023 INVISIBLE */ DEFAULT '1',
              PRIMARY KEY (`id`),
              UNIQUE KEY `name` (`name`(191)),
              FULLTEXT KEY `words` (`name`)
            ) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
            /*!40101 SET character_set_client = @saved_cs_client */;

            LOCK TABLES `customers` WRITE;
            /*!40000 ALTER TABLE `customers` DISABLE KEYS */;
            INSERT INTO `customers` VALUES (1,'it\\'s; DROP TABLE orders',NULL,1),(2,NULL,NULL,2);
            /*!40000 ALTER TABLE `customers` ENABLE KEYS */;
            UNLOCK TABLES;

            DROP TABLE IF EXISTS `orders`;
            CREATE TABLE `orders` (
              `id` bigint unsigned NOT NULL,
              `customer_id` int DEFAULT NULL,
              `state` enum('open','closed') NOT NULL DEFAULT 'open',
              `total` decimal(10,2) GENERATED ALWAYS AS ((1 + 2)) VIRTUAL,
              PRIMARY KEY (`id`),
              KEY `customer_id` (`customer_id`,`state`),
              CONSTRAINT `orders_ibfk_1` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE SET NULL,
              CONSTRAINT `orders_chk_1` CHECK ((`id` > 0))
            ) ENGINE=InnoDB DEFAULT CHARSET=latin1
            /*!50100 PARTITION BY HASH (`id`)
            PARTITIONS 4 */;

            /*!50001 CREATE ALGORITHM=UNDEFINED */
            /*!50013 DEFINER=`root`@`%` SQL SECURITY DEFINER */
            /*!50001 VIEW `open_orders` AS select `orders`.`id` AS `id` from `orders` */;
            DELIMITER ;;
            /*!50003 CREATE*/ /*!50017 DEFINER=`root`@`%`*/ /*!50003 TRIGGER `touch` BEFORE UPDATE ON `orders` FOR EACH ROW BEGIN SET NEW.id = 1; END */;;
            DELIMITER ;
            /*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
            """);
    Table customers = table(catalog, "customers");
    Table orders = table(catalog, "orders");
    assertThat(customers.isComplete() && orders.isComplete()).isTrue();
    assertThat(customers.options().collation()).contains("utf8mb4_0900_ai_ci");
    Column name = customers.column(name("name")).orElseThrow();
    assertThat(name.attribute(Kind.COMMENT)).contains("COMMENT 'as they say; it'");
    assertThat(name.attribute(Kind.COLLATE)).contains("COLLATE utf8mb4_unicode_ci");
    assertThat(customers.column(name("at")).orElseThrow().attribute(Kind.ON_UPDATE)).isPresent();
    assertThat(customers.indexes())
        .extracting(Index::name)
        .containsExactlyInAnyOrder("PRIMARY", "name", "words");
    assertThat(orders.isPartitioned()).isTrue();
    assertThat(orders.options().characterSet()).contains("latin1");
    assertThat(orders.indexes())
        .extracting(Index::name)
        .containsExactlyInAnyOrder("PRIMARY", "customer_id");
    assertThat(orders.constraints())
        .extracting(Constraint::name)
        .containsExactlyInAnyOrder("PRIMARY", "orders_ibfk_1", "orders_chk_1");
    assertThat(catalog.isView(name("open_orders"))).isTrue();
  }
}
