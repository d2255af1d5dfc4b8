import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { fontsPlugin } from './build/fonts-plugin.ts';
import { routesPlugin } from './build/routes-plugin.ts';

const of = (...packages: readonly string[]): RegExp =>
  new RegExp(`node_modules[\\\\/](?:${packages.join('|')})[\\\\/]`);

/**
 * Libraries change seldom and are cached by browsers on their own. Charts have no group: one would draw in what it shares
 * with the first screen, and be loaded with it.
 */
const LIBRARIES = [
  { name: 'react', test: of('react', 'react-dom', 'scheduler') },
  { name: 'tanstack', test: of('@tanstack') },
  { name: 'i18n', test: of('i18next', 'react-i18next') },
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), routesPlugin(), fontsPlugin()],
  build: {
    outDir: join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    target: 'es2023',
    // All of them know light-dark(): written otherwise it needs a variable that nobody here sets.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: { output: { codeSplitting: { groups: LIBRARIES } } },
  },
  server: { proxy: { '/api': process.env['GONIEC_URL'] ?? 'http://127.0.0.1:7300' } },
});
