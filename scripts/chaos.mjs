import { enter } from './lib/enter.mjs';

void enter(() => import('./lib/chaos-command.mjs'));
