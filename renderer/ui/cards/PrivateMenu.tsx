import { Menu } from '@base-ui/react/menu'
import { Check, Lock, LockOpen } from 'lucide-react'
import { useState } from 'react'
import type { Content } from '../../../shared/annotation/annotation.ts'
import { isPrivate, movePart, type PartName, wordsIn } from '../../../shared/annotation/private-part.ts'
import type { Tag } from '../../../shared/tags.ts'
import { buttonClass } from '../parts/Button.tsx'
import menu from '../parts/Menu.module.css'
import { MenuPopup } from '../parts/MenuPopup.tsx'
import styles from './Card.module.css'
import lock from './PrivateLock.module.css'
import { PrivateQuestion } from './PrivateQuestion.tsx'
import { type Movable, privateParts } from './private-parts.ts'

interface PrivateMenuProps {
  readonly content: Content
  readonly tag: Tag | undefined
  readonly commit: (content: Content) => void
}

/**
 * The lock of an own card: which of its note and fields only this person reads. Where something is written, it asks
 * before it moves; an empty one just changes, for what will be written there.
 */
export function PrivateMenu({ content, tag, commit }: PrivateMenuProps) {
  const [asked, setAsked] = useState<Movable | null>(null)
  const parts = privateParts(content, tag)
  const hidden = parts.filter(({ name }) => isPrivate(content, name)).map(({ label }) => label)
  const move = (name: PartName) =>
    commit(movePart(content, name, isPrivate(content, name) ? 'desk' : 'private'))
  const choose = (part: Movable) => {
    const { desk, own } = wordsIn(content, part.name)
    if (desk === '' && own === '') move(part.name)
    else setAsked(part)
  }
  const Icon = hidden.length > 0 ? Lock : LockOpen
  return (
    <>
      <Menu.Root>
        <Menu.Trigger
          className={buttonClass({ kind: 'quiet', small: true, icon: true })}
          aria-label={hidden.length === 0 ? 'Private: nothing' : `Private: ${hidden.join(', ')}`}
          title="What only you can read"
        >
          <Icon className={hidden.length > 0 ? lock.closed : undefined} size={14} aria-hidden="true" />
        </Menu.Trigger>
        <MenuPopup label="What only you can read">
          <Menu.Group>
            <Menu.GroupLabel className={lock.words}>
              Keep private
              <small>Only you can read it, on this computer.</small>
            </Menu.GroupLabel>
            {parts.map((part) => (
              <Menu.CheckboxItem
                key={part.key}
                className={menu.item}
                checked={isPrivate(content, part.name)}
                onCheckedChange={() => choose(part)}
                closeOnClick
              >
                <bdi>{part.label}</bdi>
                <Menu.CheckboxItemIndicator className={styles.check}>
                  <Check size={14} aria-hidden="true" />
                </Menu.CheckboxItemIndicator>
              </Menu.CheckboxItem>
            ))}
          </Menu.Group>
        </MenuPopup>
      </Menu.Root>
      {asked !== null && (
        <PrivateQuestion
          what={asked.name.kind === 'note' ? 'the note' : `“${asked.label}”`}
          to={isPrivate(content, asked.name) ? 'desk' : 'private'}
          onYes={() => move(asked.name)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
