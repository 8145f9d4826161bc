// Applies a folder of migrations as an application that uses Drizzle does when it starts.
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'

const database = drizzle(process.env.DATABASE_URL)
try {
  await migrate(database, { migrationsFolder: 'drizzle' })
} catch (error) {
  console.error(error.cause?.code, error.message)
  process.exitCode = 1
} finally {
  await database.$client.end()
}
