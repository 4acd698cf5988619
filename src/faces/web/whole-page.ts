import type { SubmitFunction } from '$app/forms'

/** For `use:enhance` of forms after which somebody else reads, or in another language: the next page is loaded as a whole. */
export const wholePage: SubmitFunction =
  () =>
  async ({ result, update }) => {
    if (result.type === 'redirect') location.assign(result.location)
    else await update({ reset: false })
  }

/** For `use:enhance` of forms that keep what was typed when they are refused, and after they were done. */
export const keepTyped: SubmitFunction =
  () =>
  async ({ update }) =>
    update({ reset: false })
