/** Notes that were hidden on this page, by id: their tiles go at once. Never written on the server. */
export const gone = $state<Record<string, boolean>>({})
