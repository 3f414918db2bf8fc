import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { frontInDev } from './front/dev.ts';

export default defineConfig({
  plugins: [
    frontInDev(),
    sveltekit({
      adapter: adapter(),
      // Scripts run from our own files, or with the nonce of this very answer: never because they stand in a page.
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
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
