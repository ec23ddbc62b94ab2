import type { ListOrder } from '../../state/model.ts'
import { useDesk, useTools } from '../tools.ts'
import styles from './ListPanel.module.css'

const orders: readonly (readonly [ListOrder, string])[] = [
  ['place', 'By place'],
  ['time', 'Last changed'],
  ['tag', 'By tag'],
]

/** In which order the list stands. The browser's own select: it works with every hand and every reader. */
export function ListOrderSelect() {
  const { actions } = useTools()
  const order = useDesk((state) => state.listOrder)
  return (
    <select
      className={styles.order}
      aria-label="Order of the list"
      value={order}
      onChange={({ currentTarget }) => {
        const chosen = orders.find(([id]) => id === currentTarget.value)
        if (chosen !== undefined) actions.orderList(chosen[0])
      }}
    >
      {orders.map(([id, label]) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  )
}
