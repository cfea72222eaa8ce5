// What the bundle puts in place of these names.
declare const LENS: string;
declare const SEARCH: string;
declare const STYLE: string;
declare const USE: string;
declare const WORKER: string;

// Styles that come with a script, as text.
declare module "*.css" {
  const text: string;
  export default text;
}
