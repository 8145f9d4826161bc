// Stands in for Prisma's native schema-engine program, which its CLI starts and talks to in lines of JSON-RPC. Every
// request is answered by the same engine built for WebAssembly; what is ours is how it reaches PostgreSQL.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg'
import { connect } from './postgresql.mjs'

const values = (option) => process.argv.filter((_, i) => process.argv[i - 1] === option)
const { url } = JSON.parse(values('--datasource')[0] ?? '{}')
const schemas = values('--datamodels').map((path) => [path, readFileSync(path, 'utf8')])
const datamodels = schemas.length ? schemas : undefined
// The engine hands over what it says when it panics.
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) }
const send = (message) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...message }) + '\n')

async function start(database) {
  const program = new URL('node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm', import.meta.url)
  const { instance } = await WebAssembly.instantiate(readFileSync(program), { './schema_engine_bg.js': wasm })
  wasm.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  const factory = {
    provider: 'postgres',
    adapterName: 'pg',
    connect: async () => database,
    connectToShadowDb: async () => database,
  }
  return wasm.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory))
}

// The engine for WebAssembly says "external connector error", here and in its table, where the native one says what the
// server said.
async function migrationFailed({ code, severity, message }, database) {
  const name = await database.openMigration()
  const text =
    'A migration failed to apply. New migrations cannot be applied before the error is recovered from. Read more about ' +
    'how to resolve migration issues in a production database: https://pris.ly/d/migrate-resolve\n\n' +
    `Migration name: ${name}\n\nDatabase error code: ${code}\n\nDatabase error:\n${severity}: ${message}\n`
  await database.noteLogs(text)
  return { error_code: 'P3018', message: text, meta: {} }
}

// In a transaction that the script has left failed nothing can be asked any more, and the server's first word is lost.
const hidden = ({ message }) => ({ message: `ERROR: ${message}`, meta: {} })

async function answer({ id, method, params }, engine, database) {
  try {
    const result = method === 'getDatabaseVersion' ? await engine.version(params) : await engine[method](params)
    if (result?.stdout) {
      // The engine may ask the command line for something too; nobody here waits for the answer.
      send({ id: id + 100000, method: 'print', params: { content: result.stdout } })
    }
    send({ id, result: result ?? null })
  } catch (error) {
    const data = database.scriptError
      ? await migrationFailed(database.scriptError, database).catch(hidden)
      : { error_code: error.code, message: error.message, meta: {} }
    send({ id, error: { code: 4466, message: data.message, data: { is_panic: false, ...data } } })
  }
}

const database = await connect(url)
if (process.argv.includes('cli')) {
  // It was only asked whether the database can be reached.
  process.exit(0)
}
const engine = await start(database)
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line)
  if (request.method) {
    await answer(request, engine, database)
  }
}
await database.dispose()
