/** The pattern data of the `hyphen` package, which has no types for it. */
declare module "hyphen/patterns/en-us.js" {
  const patterns: unknown;
  export default patterns;
}
declare module "hyphen/patterns/en-gb.js" {
  const patterns: unknown;
  export default patterns;
}
