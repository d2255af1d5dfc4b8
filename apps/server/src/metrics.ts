import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  requestServed(method: string, route: string, status: number, seconds: number): void;
  batchSubmitted(result: string, messages: number, seconds: number): void;
  reportsStored(count: number): void;
  setOpenBatches(count: number): void;
  /** Prometheus text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** One registry per application, so that several can live in one test. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'goniec_' });
  const registers = [registry];
  const requests = new Histogram({
    name: 'goniec_http_request_seconds',
    help: 'Requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  const submits = new Histogram({
    name: 'goniec_gateway_submit_seconds',
    help: 'Requests to the gateway by result',
    labelNames: ['result'],
    buckets: [0.05, 0.2, 1, 5, 30],
    registers,
  });
  const messages = new Counter({
    name: 'goniec_messages_submitted_total',
    help: 'Messages asked to be sent, by result',
    labelNames: ['result'],
    registers,
  });
  const reports = new Counter({ name: 'goniec_delivery_reports_total', help: 'Delivery reports stored', registers });
  const openBatches = new Gauge({ name: 'goniec_open_batches', help: 'Batches that are not recorded yet', registers });
  return {
    requestServed: (method, route, status, seconds) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    batchSubmitted: (result, count, seconds) => {
      submits.observe({ result }, seconds);
      messages.inc({ result }, count);
    },
    reportsStored: (count) => reports.inc(count),
    setOpenBatches: (count) => openBatches.set(count),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
