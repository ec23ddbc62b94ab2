import { Component, type ReactNode } from 'react'
import { Button } from '../parts/Button.tsx'
import styles from './Mishap.module.css'

interface MishapProps {
  readonly children: ReactNode
}

/**
 * Keeps a fault in one part of the window from blanking all of it: what is being saved goes on being saved behind it.
 * A class, because React offers this to no function.
 */
export class Mishap extends Component<MishapProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <main className={styles.mishap} data-region="main" aria-label="Story">
        <h1 className={styles.title}>This part of the window failed</h1>
        <p>
          That is a fault of Galley. Your annotations are kept: what you marked goes on being saved. Show the
          story again to go on.
        </p>
        <Button kind="primary" onClick={() => this.setState({ failed: false })}>
          Show the story again
        </Button>
      </main>
    )
  }
}
