import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: {
    // Scopes stand on nearly every element: short ones, which lib/server/http/slim-page.ts knows.
    cssHash: ({ hash, filename }) => `s-${hash(filename.replace(import.meta.dirname, ''))}`,
  },
  kit: {
    adapter: adapter({ out: 'build/app', precompress: true }),
    // hooks.server.ts checks the origin of every unsafe request, whatever its content type. Kit's own check sees form
    // content types only and runs first: it would refuse one-click unsubscription by mail programs (RFC 8058).
    csrf: { trustedOrigins: ['*'] },
    csp: {
      mode: 'auto',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        'style-src': ['self'],
        // Kit's route announcer carries one inline style attribute: only that text is allowed, by its hash.
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'data:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['self'],
        'frame-ancestors': ['none'],
      },
    },
    // Small style sheets travel in the page: a dozen files of their own compress badly. The large one stays cached.
    inlineStyleThreshold: 5000,
    version: { pollInterval: 0 },
    // Pages that may stay on the device bring the worker with them (lib/ui/device); nobody else needs it.
    serviceWorker: { register: false },
    files: { serviceWorker: 'src/device-worker' },
    typescript: {
      config: (config) => {
        config.include.push('../seed/**/*.ts', '../tests/**/*.ts', '../*.config.ts');
        return config;
      },
    },
  },
};
