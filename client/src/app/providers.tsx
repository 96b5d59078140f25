/** What every screen stands on: theme, notifications, queries, and words being loaded. */
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import './mantine.css';
import './global.css';
import { PageFallback } from './page-fallback';
import { theme } from './theme';

// A machine without any network may well run the server itself: whether there is a line, asking tells.
const always = { networkMode: 'always' } as const;
const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      ...always,
      retry: 1,
      staleTime: 10_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: true,
    },
    mutations: always,
  },
});

export function Providers({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Notifications position="top-right" limit={4} />
        <Suspense fallback={<PageFallback />}>{children}</Suspense>
      </QueryClientProvider>
    </MantineProvider>
  );
}
