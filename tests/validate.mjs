/* Whether schemas are valid and data fits them, by what most validators of JSON are measured by.
   Reads [schema, data, schema, data, …] as JSON; writes what is wrong. */

import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";

const pairs = JSON.parse(readFileSync(0, "utf8"));
const ajv = new Ajv({ strict: true, allErrors: true, validateFormats: false });
for (let at = 0; at < pairs.length; at += 2) {
  const fits = ajv.compile(pairs[at]);
  for (const data of pairs[at + 1])
    if (!fits(data)) console.log(ajv.errorsText(fits.errors));
}
