// opencc-js exports its tables without types: `source target [target…]`, divided by `|`.
declare module 'opencc-js/dict/*' {
  const table: string
  export default table
}
