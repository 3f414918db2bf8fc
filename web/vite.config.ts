import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { checkFile } from './checkFile.ts';
import { frontInDev } from './front/dev.ts';

export default defineConfig({
  // A font inside a stylesheet would be `data:`, which the policy below does not let in.
  build: { assetsInlineLimit: 0 },
  // Scripts of respondents' pages: what only some browsers need stays a file of its own.
  worker: { format: 'es' },
  plugins: [
    frontInDev(),
    checkFile(),
    sveltekit({
      adapter: adapter(),
      // Scripts run from our own files, or with the nonce of this very answer: never because they stand in a page.
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          // The one inline style of SvelteKit itself: it hides what it reads out on navigation. base.css hides it, too.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'img-src': ['self', 'data:'],
          'connect-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
      // Kit's own check refuses every form post whose Origin is not the address it believes to have. Respondents post
      // without JavaScript through proxies and in-app browsers and carry no session, so there is nothing to forge;
      // staff posts are checked against our own origin in hooks.server.ts and again by the API.
      csrf: { trustedOrigins: ['*'] },
    }),
  ],
});
