import fc from 'fast-check'

/**
 * A red test must be red again for whoever looks at it, so properties are tried with the same seed everywhere.
 * `PROPERTY_SEED=random` looks for new counterexamples; each one that is found becomes a case of its own.
 */
const wanted = process.env.PROPERTY_SEED ?? '20261122'

if (wanted !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) })
