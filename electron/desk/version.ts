/** Version of this Galley, as in package.json (a test compares). Stands in reports. */
export const GALLEY_VERSION = '0.1.0'
