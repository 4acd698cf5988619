type Control = HTMLInputElement & { options?: HTMLOptionsCollection }

/**
 * What was typed, ticked or chosen before the page's script came. Called before the page is hydrated; what it answers is called
 * afterwards and says it all again, so that fields keep it and whoever listens to them hears it.
 */
export function typedSoFar(): () => void {
  const typed = [...document.querySelectorAll<Control>('input,textarea,select')].flatMap((one) => {
    const { value, checked, type } = one
    return isAsServed(one)
      ? []
      : () => {
          // Chosen files are still there, and cannot be set.
          if (type !== 'file') one.value = value
          one.checked = checked
          for (const name of ['input', 'change']) one.dispatchEvent(new Event(name, { bubbles: true }))
        }
  })
  return () => typed.forEach((again) => again())
}

function isAsServed(one: Control): boolean {
  if (one.type === 'radio') return !one.checked || one.defaultChecked
  if (one.type === 'checkbox') return one.checked === one.defaultChecked
  const served = one.options ? ([...one.options].find((option) => option.defaultSelected) ?? one.options[0])?.value : one.defaultValue
  return one.value === served
}
