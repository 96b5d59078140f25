/** Builds the client; takes the engine from its sources, and in development talks to a local server. */
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { offlineShell } from './offline-shell-plugin.ts';

const server = 'http://127.0.0.1:4400';

/** What every screen is made of: in one file, for each of a hundred small ones costs its headers. */
const basics = new RegExp(
  [
    'components/(ActionIcon|Alert|Anchor|Badge|Box|Button|CloseButton|ColorSwatch|Container|Divider)/',
    'components/(FocusTrap|Group|Indicator|Input|InputBase|Loader|NativeSelect|Overlay|Paper|Portal)/',
    'components/(SegmentedControl|Skeleton|Stack|Text|Textarea|TextInput|ThemeIcon|Title|Transition)/',
    'components/(UnstyledButton|VisuallyHidden)/',
    '(core|utils)/',
  ]
    .map((path) => `@mantine/core/esm/${path}`)
    .concat(
      'client/src/(connection|i18n/use)',
      'client/src/ui/(app-frame|brand|channel-icon|clocks|connection-badge|dialog|due-state)',
      'client/src/ui/(empty-state|error-note|exercise-banner|format-time|localized-line|no-line|notify)',
      'client/src/ui/(real-world-overlay|switches|tlp-badge|use-rejection-text|use-stays-true)',
    )
    .join('|')
    .replaceAll('/', '[\\\\/]'),
);

export default defineConfig({
  plugins: [react(), offlineShell()],
  resolve: { conditions: ['trilogue-source', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    target: 'es2022',
    rolldownOptions: {
      // The engine's schemas share files with what the client uses; here nobody parses with them.
      treeshake: { manualPureFunctions: ['z'] },
      output: { codeSplitting: { groups: [{ name: 'basics', test: basics }] } },
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
