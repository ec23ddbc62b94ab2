import styles from './Welcome.module.css'

/** The browser host let this page not in: why, and what to do. */
export function NoSession({ sentence }: { readonly sentence: string }) {
  return (
    <main className={styles.page}>
      <div className={styles.sheet}>
        <div>
          <h1 className={styles.title}>Galley</h1>
          <p className={styles.line}>{sentence}</p>
        </div>
      </div>
    </main>
  )
}
