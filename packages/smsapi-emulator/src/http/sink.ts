import type { ServerResponse } from 'node:http';

/** An answer that never ends by itself: whoever has news writes into it. */
export interface Sink {
  /** The other side does not keep up; what is written now piles up in memory. */
  readonly isFull: boolean;
  write(text: string): void;
  end(): void;
  /** Called once when the connection is gone, whoever closed it. */
  onClose(task: () => void): void;
}

export const sinkOf = (response: ServerResponse): Sink => ({
  get isFull() {
    return response.writableNeedDrain;
  },
  write(text) {
    if (!response.destroyed && !response.writableEnded) response.write(text);
  },
  end() {
    response.end();
  },
  onClose(task) {
    response.once('close', task);
  },
});
