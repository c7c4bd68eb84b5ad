// Keeps a failing part of the page from taking the rest with it, and says what is safe.
import { Component, type ReactNode } from 'react'

interface Props {
  readonly children: ReactNode
  /** What stands in for the failed part; `retry` mounts it again. */
  readonly fallback: (retry: () => void, error: unknown) => ReactNode
}

export class ErrorBoundary extends Component<Props, { error: unknown; failed: boolean }> {
  override state = { error: undefined as unknown, failed: false }

  static getDerivedStateFromError(error: unknown) {
    return { error, failed: true }
  }

  retry = (): void => this.setState({ error: undefined, failed: false })

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback(this.retry, this.state.error) : this.props.children
  }
}
