import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Route } from '#ground/http/route.ts'

type Registry = OpenAPIHono['openAPIRegistry']

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  field: z.string().optional(),
  facts: z.record(z.string(), z.unknown()).optional(),
  id: z.string().optional(),
})

/** One operation of the OpenAPI document, made from the route's own contract. */
export function registerPath(registry: Registry, route: Route): void {
  const objects = (shape: z.ZodType | undefined) => (shape ? (shape as z.ZodObject) : undefined)
  const params = objects(route.params)
  const query = objects(route.query)
  registry.registerPath({
    method: route.method,
    path: route.path,
    tags: [route.tag],
    summary: route.summary,
    operationId: operationId(route),
    security: route.who === 'anyone' || route.who === 'guest' ? [{}, { bearer: [route.scope] }] : [{ bearer: [route.scope] }],
    request: {
      ...(params ? { params } : {}),
      ...(query ? { query } : {}),
      ...(route.body ? { body: { content: { 'application/json': { schema: route.body } }, required: true } } : {}),
    },
    responses: {
      [route.status]: route.answer ? { description: 'Done', content: { 'application/json': { schema: route.answer } } } : { description: 'Done' },
      default: { description: ['Refused', ...route.refusals].join(', '), content: { 'application/problem+json': { schema: problem } } },
    },
  } as Parameters<Registry['registerPath']>[0])
}

export const operationId = (route: Pick<Route, 'method' | 'path'>): string =>
  route.method +
  route.path
    .replaceAll(/[{}]/g, '')
    .split(/[/-]/)
    .filter(Boolean)
    .map((part) => part[0]?.toUpperCase() + part.slice(1))
    .join('')
