import { useEffect } from 'react'
import { useDesk } from './tools.ts'

/** Puts the chosen theme where the tokens look for it; the system decides when there is no `data-theme`. */
export function useTheme(): void {
  const theme = useDesk((state) => state.settings.theme)
  useEffect(() => {
    const { dataset } = document.documentElement
    if (theme === 'system') delete dataset.theme
    else dataset.theme = theme
  }, [theme])
}
