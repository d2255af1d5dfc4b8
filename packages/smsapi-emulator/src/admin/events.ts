import type { Handler } from '../http/call.ts';
import { problem, stream } from '../http/reply.ts';

/** `text/event-stream`: says that something changed, a few times a second at most. */
export const getEvents: Handler = ({ live }) =>
  live.isFull
    ? problem(503, 'too_many_listeners', 'Too many pages are open: close some of them.')
    : stream('text/event-stream; charset=utf-8', (sink) => live.connect(sink));
