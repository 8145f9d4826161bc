// One connection to PostgreSQL as the schema engine wants it: rows as arrays, types by name, scripts sent the way the
// native engine sends them.
import { init, parse } from '@guanmingchiu/sqlparser-ts'
import { ColumnTypeEnum as type, DriverAdapterError } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const TEXT_ARRAY = 1009
const CHAR_ARRAY = 1002
const NAME_ARRAY = 1003
const TIMESTAMPTZ = 1184
// By PostgreSQL's type numbers; whatever else the catalogue holds is read as text.
const TYPES = {
  16: type.Boolean,
  18: type.Character,
  20: type.Int64,
  21: type.Int32,
  23: type.Int32,
  26: type.Int64,
  700: type.Float,
  1005: type.Int32Array,
  [CHAR_ARRAY]: type.CharacterArray,
  [NAME_ARRAY]: type.TextArray,
  [TEXT_ARRAY]: type.TextArray,
  [TIMESTAMPTZ]: type.DateTime,
}

const OPEN = 'finished_at IS NULL AND rolled_back_at IS NULL'

function getTypeParser(number, format) {
  if (number === TIMESTAMPTZ) {
    return (text) => text.replace(' ', 'T').replace(/[+-]\d\d$/, '+00:00')
  }
  return pg.types.getTypeParser(number === CHAR_ARRAY || number === NAME_ARRAY ? TEXT_ARRAY : number, format)
}

function refused(error) {
  const { code, severity, message, detail, column, hint } = error
  return new DriverAdapterError(
    code === '42P01'
      ? { kind: 'TableDoesNotExist', originalCode: code, originalMessage: message }
      : { kind: 'postgres', originalCode: code, originalMessage: message, code, severity, message, detail, column, hint },
  )
}

// Until Prisma 7.3 a file was one message; since 7.4 each statement is, unless sqlparser-rs cannot read the file.
async function messages(script) {
  if (process.env.PRISMA_SENDS !== 'statements') {
    return [script]
  }
  await init()
  try {
    parse(script, 'postgresql')
  } catch {
    return [script]
  }
  return statements(script)
}

// Backslashes in E'' strings and comments in comments are not expected here.
function statements(script) {
  const comment = /--.*|\/\*[^]*?\*\//g
  const token = /--.*|\/\*[^]*?\*\/|'(?:[^']|'')*'|"[^"]*"|\$(\w*)\$[^]*?\$\1\$|[^]/g
  const found = ['']
  for (const [text] of script.matchAll(token)) {
    if (text === ';') {
      found.push('')
    } else {
      found[found.length - 1] += text
    }
  }
  return found.filter((text) => text.replace(comment, '').trim() !== '')
}

export async function connect(connectionString) {
  const client = new pg.Client({ connectionString })
  // Without this a lost connection would end this program; the query under way is refused anyway.
  client.on('error', () => {})
  await client.connect()
  const query = async ({ sql, args }) => {
    try {
      return await client.query({ text: sql, values: args, rowMode: 'array', types: { getTypeParser } })
    } catch (error) {
      throw refused(error)
    }
  }
  return {
    provider: 'postgres',
    adapterName: 'pg',
    getConnectionInfo: () => ({ supportsRelationJoins: true }),
    dispose: () => client.end(),
    executeRaw: async (statement) => (await query(statement)).rowCount ?? 0,
    async queryRaw(statement) {
      const { fields, rows } = await query(statement)
      return {
        columnNames: fields.map((field) => field.name),
        columnTypes: fields.map((field) => TYPES[field.dataTypeID] ?? type.Text),
        rows,
      }
    },
    async executeScript(script) {
      try {
        for (const message of await messages(script)) {
          await client.query(message)
        }
      } catch (error) {
        this.scriptError = error
        throw refused(error)
      }
    },
    async openMigration() {
      return (await client.query(`SELECT migration_name FROM _prisma_migrations WHERE ${OPEN}`)).rows[0]?.migration_name
    },
    async noteLogs(text) {
      await client.query(`UPDATE _prisma_migrations SET logs = $1 WHERE ${OPEN} AND logs IS NOT NULL`, [text])
    },
  }
}
