import {
  type BinaryOperationNode,
  type DatabaseConnection,
  type Driver,
  OperatorNode,
  PostgresDialect,
  PostgresQueryCompiler,
  PrimitiveValueListNode,
  sql,
} from 'kysely'
import type pg from 'pg'
import type { Pipeline } from './pipeline.ts'

/** Statements asked this often are prepared under a name: PostgreSQL then parses and plans them once a connection. */
const ASKED_OFTEN = 3
/** Each prepared plan costs every connection some tens of KB. */
const MOST_NAMES = 400

/** PostgreSQL spoken so that its plans can be kept: one text whatever the length of a list, and a name for what is asked often. */
export function keptPlans(pool: pg.Pool): PostgresDialect {
  pool.on('connect', (client) => nameStatements(client))
  const dialect = new PostgresDialect({ pool })
  dialect.createQueryCompiler = () => new ListsAsArrays()
  return dialect
}

/** The same for single statements that only read: they go together on few connections, but for those that are planned each time, which may be slow. */
export function pipelined(pipeline: Pipeline, slow: pg.Pool): PostgresDialect {
  const dialect = keptPlans(slow)
  const connection: DatabaseConnection = {
    async executeQuery({ sql: text, parameters }) {
      const { rows } = text.startsWith(EACH_TIME) ? await slow.query(text, [...parameters]) : await pipeline.query(text, parameters)
      return { rows }
    },
    streamQuery: singleOnly,
  }
  dialect.createDriver = (): Driver => ({
    init: async () => {},
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    beginTransaction: singleOnly,
    commitTransaction: singleOnly,
    rollbackTransaction: singleOnly,
    async destroy() {
      await Promise.all([pipeline.close(), slow.end()])
    },
  })
  return dialect
}

function singleOnly(): never {
  throw new Error('single statements only')
}

/** `x in (1, 2)` as `x = any($1)`. */
class ListsAsArrays extends PostgresQueryCompiler {
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const { leftOperand, operator, rightOperand } = node
    const how = OperatorNode.is(operator) ? LISTS[operator.operator] : undefined
    if (!how || !PrimitiveValueListNode.is(rightOperand)) {
      super.visitBinaryOperation(node)
      return
    }
    this.visitNode(leftOperand)
    this.append(` ${how}(`)
    this.appendValue(rightOperand.values)
    this.append(')')
  }
}

const LISTS: Record<string, string | undefined> = { in: '= any', 'not in': '<> all' }

/** Begins a statement whose best plan depends on its values: a kept plan would treat a rare word and a common one alike. */
const EACH_TIME = '/* planned each time */'
export const PLANNED_EACH_TIME = sql.raw(EACH_TIME)

const asked = new Map<string, number | string>()
let named = 0

function nameOf(text: string): string | undefined {
  if (text.startsWith(EACH_TIME)) return undefined
  const known = asked.get(text)
  if (typeof known === 'string') return known
  if (named >= MOST_NAMES) return undefined
  const times = (known ?? 0) + 1
  if (times < ASKED_OFTEN) {
    // Texts that never come again must not pile up.
    if (asked.size > 10 * MOST_NAMES) for (const [old, what] of asked) if (typeof what === 'number') asked.delete(old)
    asked.set(text, times)
    return undefined
  }
  named += 1
  const name = `q${named}`
  asked.set(text, name)
  return name
}

type Query = (text: unknown, values?: unknown, ...rest: unknown[]) => unknown

/** From now on what this connection is asked often goes by name. */
export function nameStatements(client: pg.ClientBase): void {
  const plain = client.query.bind(client) as Query
  const query: Query = (text, values, ...rest) => {
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined
    return name ? plain({ name, text, values }, ...rest) : plain(text, values, ...rest)
  }
  client.query = query as typeof client.query
}
