#!/usr/bin/env node
import { enter } from '../../../scripts/lib/enter.mjs';

void enter(() => import('../../../scripts/lib/cli-command.mjs'));
