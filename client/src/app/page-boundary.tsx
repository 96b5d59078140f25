/** Catches a screen that broke, or whose code could not be loaded, and offers to load it anew. */
import { Component, type ReactNode } from 'react';
import { PageError } from './page-error';

interface BoundaryProps {
  readonly children: ReactNode;
}

export class PageBoundary extends Component<BoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? <PageError /> : this.props.children;
  }
}
