import { integer, pgTable, serial, text, uniqueIndex } from 'drizzle-orm/pg-core'

export const rooms = pgTable('rooms', {
  id: serial().primaryKey(),
  name: text().notNull(),
  seats: integer().notNull(),
  floor: integer().notNull(),
}, (table) => [uniqueIndex('rooms_name_index').on(table.name)])
