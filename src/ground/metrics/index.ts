import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** One set of counters for the whole program. Labels are of low cardinality: routes, job names, states. */
export interface Metrics {
  requests: Histogram<'route' | 'method' | 'status'>
  jobs: Histogram<'job' | 'outcome'>
  events: Counter<'event'>
  mediaBytes: Counter<'kind'>
  engines: Counter<'engine' | 'outcome'>
  streams: Gauge
  /** The page at /metrics in Prometheus text format. */
  text(): Promise<string>
}

export function makeMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
  return {
    requests: new Histogram({
      name: 'commonplace_request_seconds',
      help: 'Answer time of HTTP requests',
      labelNames: ['route', 'method', 'status'],
      buckets,
      registers,
    }),
    jobs: new Histogram({ name: 'commonplace_job_seconds', help: 'Run time of jobs', labelNames: ['job', 'outcome'], buckets, registers }),
    events: new Counter({ name: 'commonplace_events_total', help: 'Announced events', labelNames: ['event'], registers }),
    mediaBytes: new Counter({ name: 'commonplace_media_bytes_total', help: 'Bytes of media stored', labelNames: ['kind'], registers }),
    engines: new Counter({ name: 'commonplace_engine_calls_total', help: 'Calls to translation engines', labelNames: ['engine', 'outcome'], registers }),
    streams: new Gauge({ name: 'commonplace_streams', help: 'Open live streams', registers }),
    text: () => registry.metrics(),
  }
}
