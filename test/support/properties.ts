import { configureGlobal } from 'fast-check';

/** Property tests are repeatable: the same cases on every machine. `PROPERTY_SEED=random` looks for new ones. */
const seed = process.env['PROPERTY_SEED'] ?? '20261122';
if (seed !== 'random') configureGlobal({ seed: Number(seed) });
