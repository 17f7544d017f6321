import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page in `dist/`, with nothing inlined: the server's content security policy allows files only. */
export default defineConfig({
  base: './',
  plugins: [react()],
  build: {
    outDir: '../../../../dist/platforms/web/page',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // The library that draws Slack's messages, which is fetched only when somebody asks for that view.
    chunkSizeWarningLimit: 1_000,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
