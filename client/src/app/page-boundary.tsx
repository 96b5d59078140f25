/** Catches a screen that broke, or whose code could not be loaded. */
import { Component, type ReactNode } from 'react';
import { forgetAllViews } from '../connection/kept-view';
import { PageError } from './page-error';

interface BoundaryProps {
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly fault: 'broken' | 'unfetched' | null;
}

export class PageBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { fault: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { fault: isUnfetched(error) ? 'unfetched' : 'broken' };
  }

  override componentDidCatch(error: unknown) {
    // What was shown may be what broke it: the next page waits for the server's.
    if (!isUnfetched(error)) forgetAllViews(sessionStorage);
  }

  override render() {
    const { fault } = this.state;
    return fault === null ? this.props.children : <PageError isUnfetched={fault === 'unfetched'} />;
  }
}

/** As browsers, and Vite for styles, say that a part of the client did not come. */
function isUnfetched(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|importing a module script|preload css/i.test(error.message)
  );
}
