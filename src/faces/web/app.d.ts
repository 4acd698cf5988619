import type { Api } from './api.ts'
import type { Place, Viewer } from './api-types.ts'
import type { Fields } from './forms.ts'

declare global {
  namespace App {
    interface Error {
      /** Code of the refusal, when the API gave one. */
      code?: string
      /** A form that waits for its sender to sign in: where they do, where it goes then, and what is in it. */
      kept?: { door: string; to: string; fields: [string, string][] }
    }
    interface Locals {
      /** The API with the cookies of this request, in process. */
      api: Api
      viewer: Viewer | null
      place: Place
      unread: number
      locale: string
      theme: Theme
      /** What the form said whose refusal is being answered, for the load of its page. */
      refused?: Fields
      /** Id of the draft that had been kept before the rest was refused. */
      kept?: string
    }
    interface PageData {
      locale: string
      viewer: Viewer | null
      place: Place
      unread: number
      /** The cookie of layer choices, see choices.ts. */
      shows: string
      theme: Theme
      /** When this page was made, ms since 1970: server and browser say the same "3 hours ago". */
      now: number
    }
    interface Platform {
      req: { commonplace?: { api(request: Request): Promise<Response>; origin: string; mediaOrigin: string | undefined } }
    }
  }
  type Theme = 'auto' | 'light' | 'dark'
}
