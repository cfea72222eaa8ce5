// Styles and scripts made small: read a request as JSON, write the answer as JSON.
//
//   { styles: [css], scripts: [js], used: { classes, ids, tags, attributes, values, free } }
//   → { styles: [css], scripts: [js] }
//
// One process for everything, because starting one costs as much as the work.
import { readFileSync } from "node:fs";
import * as esbuild from "esbuild";
import { PurgeCSS } from "purgecss";

const { styles, scripts, used } = JSON.parse(readFileSync(0, "utf8"));

const found = {
  classes: used.classes,
  ids: used.ids,
  tags: used.tags,
  attributes: { names: used.attributes, values: used.values },
  undetermined: [],
};
const purge = async (css) => {
  const [purged] = await new PurgeCSS().purge({
    content: [{ raw: "", extension: "html" }],
    css: [{ raw: css }],
    defaultExtractor: () => found, // the pages were read already
    variables: true,
    keyframes: true,
    fontFace: true,
    // A selector of nothing but pseudo-classes, alone or within :is(), finds something everywhere.
    safelist: [/^::?[\w-]+$/],
    dynamicAttributes: used.free,
  });
  return purged.css;
};
const minify = async (text, loader) => {
  const { code } = await esbuild.transform(text, { loader, minify: true, target: "es2022", legalComments: "none" });
  return code.trim();
};

const answer = {
  styles: await Promise.all(styles.map(async (css) => minify(await purge(css), "css"))),
  scripts: await Promise.all(scripts.map((js) => minify(js, "js"))),
};
// esbuild's service would keep the process waiting, so end it; but only when all is written.
process.stdout.write(JSON.stringify(answer), () => process.exit());
