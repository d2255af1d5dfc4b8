import { enter } from './lib/enter.mjs';

void enter(() => import('./lib/bench-command.mjs'));
