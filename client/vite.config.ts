/** Builds the client; takes the engine from its sources, and in development talks to a local server. */
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const server = 'http://127.0.0.1:4400';

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['trilogue-source', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    target: 'es2022',
    rolldownOptions: {
      // The engine's schemas share files with what the client uses; here nobody parses with them.
      treeshake: { manualPureFunctions: ['z'] },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/healthz': server,
      '/socket.io': { target: server, ws: true },
    },
  },
});
