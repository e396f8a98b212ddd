import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { withoutSchemas } from './without-schemas.js';

const api = process.env.TAVOLO_API ?? 'http://localhost:3000';

/** Libraries that every page needs, apart from the pages' own code: they change rarely and stay in the browser's cache. */
const frame = /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/;

export default defineConfig({
  plugins: [react(), withoutSchemas()],
  resolve: {
    conditions: ['@tavolo/source', 'browser', 'module', 'import', 'default'],
    dedupe: ['react', 'react-dom', 'yjs', 'y-protocols', 'lib0', '@tiptap/core', '@tiptap/pm'],
  },
  build: {
    target: 'es2022',
    sourcemap: true,
    // Fonts and icons stay files: data addresses are not cached.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // The rings inside are pure: a page that needs one name of them does not need all of them.
      treeshake: {
        moduleSideEffects: (id) => !/[\\/]libs[\\/](domain|contracts|collaboration)[\\/]/.test(id),
      },
      output: { codeSplitting: { groups: [{ name: 'frame', test: frame }] } },
    },
  },
  server: {
    proxy: {
      '/api': api,
      '/.well-known': api,
      '/socket.io': { target: api, ws: true },
    },
  },
});
