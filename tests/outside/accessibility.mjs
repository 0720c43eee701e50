// Opens pages in Chromium and lets axe-core look for accessibility faults:
//   node accessibility.mjs CHROMIUM URL...
// Prints JSON: { URL: { violations: [{ id, impact, targets }], errors: [text], requests: [address] } }
// errors: what the page wrote to the console as an error or threw; requests: all it asked for but
// itself. axe runs with its default rules and best practices.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [executablePath, ...addresses] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  args: [
    "--no-sandbox", // Chromium's own sandbox does not start as root, as in a container
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ],
});
const found = {};
for (const address of addresses) {
  const page = await browser.newPage();
  const errors = [];
  const requests = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (line) => line.type() === "error" && errors.push(line.text()));
  page.on("request", (request) => request.isNavigationRequest() || requests.push(request.url()));
  await page.goto(address);
  // Not addScriptTag: a page's own content security policy would forbid it.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  found[address] = {
    violations: violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      targets: nodes.map((node) => node.target.join(" ")),
    })),
    errors,
    requests,
  };
  await page.close();
}
await browser.close();
console.log(JSON.stringify(found));
