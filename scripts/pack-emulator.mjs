import { enter } from './lib/enter.mjs';

void enter(() => import('./lib/pack-emulator-command.mjs'));
