// Styles and scripts for the pages. The sheet of a page stands in the page, so that nothing has to come before it is
// painted: a template for each sheet. All else becomes a file with a hash of its content in its name, so that browsers
// may keep it for good. Templates read from partials/assets.html what the files that they name are called; a script
// that brings others has their names in itself, which is why those are built first.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import * as esbuild from "esbuild";

const OUT = "overrides/assets";
const PARTIALS = "overrides/partials";
const HASH = /\.[0-9A-Z]{8}(?=\.(?:js|css)$)/;
const COMPONENTS = "overrides/components";

// Custom properties have the theme's names, which are long, or say what they are for: in what browsers get, they are numbered.
const long = readFileSync(`${COMPONENTS}/base/base.css`, "utf8").match(/--[\w-]+(?=:)/g);
const NUMBERS = new Map(["--md-accent-fg-color", ...long].map((name, at) => [name, `--${at}`]));
const numbered = {
  name: "numbered",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.css$/ }, ({ path, with: { type } }) => ({
      contents: readFileSync(path, "utf8").replace(/--[\w-]+/g, (name) => NUMBERS.get(name) ?? name),
      loader: type === "text" ? "text" : "css",
    })),
};

/** @type {esbuild.BuildOptions} */
const OPTIONS = {
  bundle: true,
  charset: "utf8",
  format: "iife",
  logLevel: "warning",
  minify: true,
  nodePaths: [join(import.meta.dirname, "../node_modules")], // the folder bundled may be a copy elsewhere
  outdir: OUT,
  plugins: [numbered],
  // The oldest that have all that is used here: popover, light-dark(), scripting queries. Older ones read the pages.
  target: ["chrome123", "firefox125", "safari17.5"],
};

/** Bundle sheets, each into a template that holds it as it shall stand in pages. */
const sheets = async (/** @type {Record<string, string>} */ entryPoints) => {
  const { outputFiles } = await esbuild.build({ ...OPTIONS, entryPoints, write: false });
  for (const { path, text } of outputFiles) {
    const plain = text.trim().replace(/\{(?=[{#%])/g, "{ "); // together they would mean something to a template
    writeFileSync(join(PARTIALS, basename(path).replace(".css", ".html")), `<style>${plain}</style>\n`);
  }
};

/** Bundle entries; returns what each file is called, by its name without the hash. */
const bundle = async (entryPoints, names = {}) => {
  const { metafile } = await esbuild.build({
    ...OPTIONS,
    define: Object.fromEntries(Object.entries(names).map(([name, file]) => [name, JSON.stringify(file)])),
    entryNames: "[name].[hash]",
    entryPoints,
    metafile: true,
  });
  const files = Object.keys(metafile.outputs).map((path) => basename(path));
  return Object.fromEntries(files.map((file) => [file.replace(HASH, ""), file]));
};

mkdirSync(OUT, { recursive: true });
await sheets({ site: `${COMPONENTS}/main.css`, tools: `${COMPONENTS}/tools.css` });
const styles = await bundle({
  search: `${COMPONENTS}/search/answers.css`,
  embed: `${COMPONENTS}/embed/embed.css`,
});
const scripts = await bundle({
  compare: `${COMPONENTS}/compare.js`,
  filter: `${COMPONENTS}/filter.js`,
  lens: `${COMPONENTS}/lens/lens.js`,
  team: `${COMPONENTS}/team/team.js`,
  "which-job": `${COMPONENTS}/which-job/which-job.js`,
  worker: "search/worker.js",
});
const search = await bundle(
  { search: `${COMPONENTS}/search/search.js` },
  { STYLE: styles["search.css"], WORKER: scripts["worker.js"] },
);
const use = await bundle({ use: `${COMPONENTS}/use.js` }, { LENS: scripts["lens.js"] });
const site = await bundle({ site: `${COMPONENTS}/main.js` }, { SEARCH: search["search.js"], USE: use["use.js"] });

const named = { ...styles, ...scripts, ...use, ...site };
const made = new Set(Object.values({ ...named, ...search }));
for (const name of readdirSync(OUT)) if (HASH.test(name) && !made.has(name)) rmSync(join(OUT, name));
const entries = Object.entries(named).map(([name, file]) => `"assets/${name}": "assets/${file}"`);
writeFileSync(join(PARTIALS, "assets.html"), `{% set built = {${entries.join(", ")}} %}\n`);
