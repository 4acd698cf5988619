import type { SubmitFunction } from '$app/forms'
import { forgetCopies } from '../composer/local.ts'

/** For `use:enhance` of forms after which nobody is signed in here: the next page is loaded as a whole, and no words of this member stay. */
export const leaving: SubmitFunction =
  () =>
  async ({ result, update }) => {
    if (result.type !== 'redirect') return update({ reset: false })
    forgetCopies()
    location.assign(result.location)
  }
