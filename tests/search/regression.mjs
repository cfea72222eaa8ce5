/* Two regressions: which of several hits is right (softmax over the hits of a query), and whether there is
   an answer at all (logistic). Both with a ridge, which keeps weights small where queries do not settle them. */

const STEPS = 400;
const RATE = 0.15;
const RIDGES = { feature: 0.03, kind: 0.3, intent: 1 };
const RIDGE = 0.002;

/* Adam: steps by the slope's own size, so that rare terms are fitted as well as common ones. */
const descend = (size, slopeAt, steps, rate) => {
  const [weights, mean, square] = [0, 0, 0].map(() => new Float64Array(size));
  const slope = new Float64Array(size);
  for (let step = 1; step <= steps; step++) {
    slope.fill(0);
    slopeAt(weights, slope);
    const now = rate * (step < steps * 0.6 ? 1 : 0.3);
    for (let at = 0; at < size; at++) {
      mean[at] = 0.9 * mean[at] + 0.1 * slope[at];
      square[at] = 0.999 * square[at] + 0.001 * slope[at] ** 2;
      weights[at] -= (now * (mean[at] / (1 - 0.9 ** step))) / (Math.sqrt(square[at] / (1 - 0.999 ** step)) + 1e-8);
    }
  }
  return weights;
};

const ridgeOf = (term) => (!term.includes(" ") ? RIDGES.feature : / (base|shape)$/.test(term) ? RIDGES.kind : RIDGES.intent);

/* {term: weight} by which right hits come before the others. */
export const ranker = (rows, without = () => false) => {
  const places = new Map();
  const usable = rows.filter(({ hits }) => hits.some(({ right }) => right));
  const data = usable.map(({ hits }) =>
    hits.map(({ terms, right }) => {
      const said = Object.entries(terms).filter(([term, value]) => value && !without(term));
      for (const [term] of said) if (!places.has(term)) places.set(term, places.size);
      return { right, at: Int32Array.from(said, ([term]) => places.get(term)), values: Float64Array.from(said, ([, value]) => value), score: 0 };
    }),
  );
  const terms = [...places.keys()];
  const ridges = terms.map(ridgeOf);
  const weights = descend(terms.length, (now, slope) => {
    for (const hits of data) addSlope(hits, now, slope);
    for (let at = 0; at < slope.length; at++) slope[at] = (slope[at] + ridges[at] * now[at]) / data.length;
  }, STEPS, RATE);
  return Object.fromEntries(terms.map((term, at) => [term, weights[at]]));
};

const addSlope = (hits, weights, slope) => {
  let most = -Infinity;
  for (const hit of hits) {
    hit.score = 0;
    for (let i = 0; i < hit.at.length; i++) hit.score += weights[hit.at[i]] * hit.values[i];
    most = Math.max(most, hit.score);
  }
  let [all, right] = [0, 0];
  for (const hit of hits) {
    hit.score = Math.exp(hit.score - most);
    all += hit.score;
    if (hit.right) right += hit.score;
  }
  for (const hit of hits) {
    const off = hit.score / all - (hit.right ? hit.score / (right || Number.MIN_VALUE) : 0);
    if (Math.abs(off) < 1e-6) continue;
    for (let i = 0; i < hit.at.length; i++) slope[hit.at[i]] += off * hit.values[i];
  }
};

/* {bias, signs} by which answered queries stand above 0. */
export const logistic = (examples, names) => {
  const mean = names.map((name) => examples.reduce((sum, { signs }) => sum + signs[name], 0) / examples.length);
  const spread = names.map((name, at) => Math.sqrt(examples.reduce((sum, { signs }) => sum + (signs[name] - mean[at]) ** 2, 0) / examples.length) || 1);
  const scaled = examples.map(({ row, signs }) => ({ right: Number(row.answered), values: [...names.map((name, at) => (signs[name] - mean[at]) / spread[at]), 1] }));
  const weights = descend(names.length + 1, (now, slope) => {
    for (const { right, values } of scaled) {
      const sure = values.reduce((sum, value, at) => sum + value * now[at], 0);
      const off = (1 / (1 + Math.exp(-sure)) - right) / scaled.length;
      for (let at = 0; at < values.length; at++) slope[at] += off * values[at];
    }
    for (let at = 0; at < names.length; at++) slope[at] += RIDGE * now[at];
  }, STEPS * 2, 0.05);
  const signs = Object.fromEntries(names.map((name, at) => [name, weights[at] / spread[at]]));
  return { signs, bias: names.reduce((sum, name, at) => sum - signs[name] * mean[at], weights[names.length]) };
};
