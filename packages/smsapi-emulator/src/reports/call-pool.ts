import { createFifo, type Fifo } from '../state/fifo.ts';

/** One call to a receiver; resolves with whether anybody answered at all, whatever the answer was. */
export type Job = () => Promise<boolean>;

/** Runs calls a bounded number at a time, fairly over addresses. */
export interface CallPool {
  readonly underWay: number;
  /** Calls that could start if there were room. */
  readonly waiting: number;
  /** Addresses remembered. */
  readonly addresses: number;
  /** Queues a call; it starts with the next pump. */
  push(address: string, job: Job): void;
  pump(): void;
  clear(): void;
}

interface Address {
  readonly queue: Fifo<Job>;
  underWay: number;
  /** Its last call was refused or timed out. */
  isDown: boolean;
  hasTurn: boolean;
}

/** How many addresses are remembered to be down while nothing waits for them. */
const REMEMBERED = 1_000;

/**
 * Addresses take turns, and one that did not answer gets a single call at a time until it does: a receiver that is gone
 * neither takes the room of the others nor is stormed by all that waits for it.
 */
export const createCallPool = (concurrency: number, mayCall: () => boolean): CallPool => {
  const addresses = new Map<string, Address>();
  const turns = createFifo<Address>();
  let underWay = 0;
  let waiting = 0;

  const offerTurn = (address: Address): void => {
    const isFull = address.underWay >= (address.isDown ? 1 : concurrency);
    if (address.hasTurn || isFull || address.queue.size === 0) return;
    address.hasTurn = true;
    turns.push(address);
  };

  const forgetIdle = (): void => {
    for (const [name, address] of addresses) {
      if (addresses.size <= REMEMBERED) return;
      if (address.underWay === 0 && address.queue.size === 0) addresses.delete(name);
    }
  };

  const addressOf = (name: string): Address => {
    const known = addresses.get(name);
    if (known !== undefined) return known;
    const address: Address = { queue: createFifo(), underWay: 0, isDown: false, hasTurn: false };
    addresses.set(name, address);
    if (addresses.size > REMEMBERED) forgetIdle();
    return address;
  };

  const run = async (address: Address, job: Job): Promise<void> => {
    underWay += 1;
    address.underWay += 1;
    address.isDown = !(await job());
    underWay -= 1;
    address.underWay -= 1;
    offerTurn(address);
    pump();
  };

  const nextTurn = (): Address | undefined => (underWay < concurrency && mayCall() ? turns.shift() : undefined);

  const pump = (): void => {
    for (let address = nextTurn(); address !== undefined; address = nextTurn()) {
      address.hasTurn = false;
      const job = address.queue.shift();
      if (job === undefined) continue;
      waiting -= 1;
      void run(address, job);
      offerTurn(address);
    }
  };

  return {
    get underWay() {
      return underWay;
    },
    get waiting() {
      return waiting;
    },
    get addresses() {
      return addresses.size;
    },
    push(name, job) {
      const address = addressOf(name);
      address.queue.push(job);
      waiting += 1;
      offerTurn(address);
    },
    pump,
    clear() {
      waiting = 0;
      for (const address of addresses.values()) address.queue.clear();
    },
  };
};
