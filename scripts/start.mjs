import { enter } from './lib/enter.mjs';

void enter(() => import('./lib/start-command.mjs'));
