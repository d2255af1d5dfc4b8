import type { Plugin } from 'vite';

/** The alphabets of the two languages that are spoken here. */
const NEEDED = /inter-latin(?:-ext)?-wght-normal/u;

/** Fetches the font beside the program instead of after it: letters do not change their width before people's eyes. */
export function fontsPlugin(): Plugin {
  return {
    name: 'goniec-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => NEEDED.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: true },
            injectTo: 'head' as const,
          })),
    },
  };
}
