import { enter } from './lib/enter.mjs';

void enter(() => import('./lib/check-command.mjs'));
