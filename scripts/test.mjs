import { enter } from './lib/enter.mjs';

void enter(() => import('./lib/test-command.mjs'));
