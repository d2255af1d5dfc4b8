import { enter } from './lib/enter.mjs';

void enter(() => import('./lib/shots-command.mjs'));
