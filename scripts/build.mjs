import { enter } from './lib/enter.mjs';

void enter(() => import('./lib/build-command.mjs'));
