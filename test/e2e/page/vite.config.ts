import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page with its doubles, for plain Chromium. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  logLevel: 'warn',
  build: {
    target: 'chrome114',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    outDir: '../../../out/page',
    emptyOutDir: true,
  },
});
