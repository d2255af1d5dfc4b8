import { fingerprint } from './random.ts';

export interface Network {
  readonly name: string;
  /** Country and network codes as `/profile/prices` writes them: two digits at least. */
  readonly mcc: string;
  readonly mnc: string;
}

export const POLISH_NETWORKS: readonly Network[] = [
  { name: 'Plus', mcc: '260', mnc: '01' },
  { name: 'T-Mobile', mcc: '260', mnc: '02' },
  { name: 'Orange', mcc: '260', mnc: '03' },
  { name: 'Play', mcc: '260', mnc: '06' },
];

/**
 * The network a Polish number is in, always the same one; a number's digits say nothing about it, for numbers move
 * between operators. Null for a number from abroad.
 */
export const networkOf = (number: string): Network | null =>
  number.startsWith('48') ? (POLISH_NETWORKS[fingerprint(number) % POLISH_NETWORKS.length] ?? null) : null;

/** The network that once gave the number out; the same as today's for about two numbers in three. */
export const firstNetworkOf = (number: string): Network | null => {
  const network = networkOf(number);
  const wasPorted = fingerprint(`ported ${number}`) % 3 === 0;
  return network !== null && wasPorted ? networkOf(`48${number}`) : network;
};
