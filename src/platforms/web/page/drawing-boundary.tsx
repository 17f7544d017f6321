import { Component } from 'react';
import type { ReactNode } from 'react';

interface BoundaryProps {
  readonly children: ReactNode;
  /** Called once what is inside cannot be drawn; whoever is told shows something else. */
  readonly onError: () => void;
}

/** Keeps an error of a drawing from taking the page with it. React knows error boundaries only as classes. */
export class DrawingBoundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(): void {
    this.props.onError();
  }

  override render(): ReactNode {
    return this.state.failed ? undefined : this.props.children;
  }
}
