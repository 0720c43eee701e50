// What Lighthouse makes of pages:
//   node lighthouse.mjs CHROMIUM URL...
// Prints JSON: per page its four scores (0 to 100), how far things move while it loads (CLS), its
// weight in bytes, and what cost points:
//   [{ page, scores, shift, bytes, faults }]
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [chromePath, ...addresses] = process.argv.slice(2);
const chrome = await launch({
  chromePath,
  chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const told = [];
for (const page of addresses) {
  const { lhr } = await lighthouse(page, {
    port: chrome.port,
    onlyCategories: ["performance", "accessibility", "best-practices", "seo"],
  });
  const scored = ["accessibility", "best-practices", "seo"].flatMap((category) =>
    lhr.categories[category].auditRefs.filter(({ weight }) => weight).map(({ id }) => id),
  );
  told.push({
    page,
    scores: Object.fromEntries(
      Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(100 * score)]),
    ),
    shift: lhr.audits["cumulative-layout-shift"].numericValue,
    bytes: lhr.audits["total-byte-weight"].numericValue,
    faults: scored.filter((id) => lhr.audits[id].score !== null && lhr.audits[id].score < 1),
  });
}
await chrome.kill();
console.log(JSON.stringify(told));
