import { mount, unmount } from 'svelte'
import type { Tile } from './api-types.ts'
import TileMenu from './parts/TileMenu.svelte'
import { WORDS, type Words } from './words.ts'

/** Opens the menu of a tile beside `from`, in whose item of the list it stands: it goes when the item goes. */
export function openMenu(tile: Tile, from: HTMLElement, all: Words): void {
  let isOpen = true
  const onclose = () => {
    if (isOpen) void unmount(menu)
    isOpen = false
  }
  const menu = mount(TileMenu, { target: from.closest('li') ?? document.body, props: { tile, from, onclose }, context: new Map([[WORDS, all]]) })
}
