import { useSyncExternalStore } from 'react'
import { visibleAnnotations } from '../../state/selectors.ts'
import { type Counted, counted } from '../counted.ts'
import { windowPace } from '../slices.ts'
import { type Tools, useTools } from '../tools.ts'
import { type Figures, figuresOf } from './figures.ts'

const ofWindow = new WeakMap<Tools, Counted<Figures>>()

/** Worked out only while the Numbers tab is shown; null: not yet. */
export function useFigures(): Figures | null {
  const tools = useTools()
  let figures = ofWindow.get(tools)
  if (figures === undefined) {
    figures = counted({ ...tools, pace: windowPace }, (open) =>
      figuresOf(open.editor.story, visibleAnnotations(open), open.scheme.tags),
    )
    ofWindow.set(tools, figures)
  }
  return useSyncExternalStore(figures.subscribe, figures.get)
}
