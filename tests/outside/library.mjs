// Uses the front page of a site as visitors do:
//   node library.mjs CHROMIUM URL
// URL is the front page of a library that holds the pathway "Astma" among 40, in Finnish and Swedish.
// Prints JSON: a list of what is wrong, each { step, fault }.
import { chromium } from "playwright-core";

const [executablePath, front] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});
const faults = [];
const host = new URL(front).host;

function watched(page, step) {
  page.on("pageerror", (error) => faults.push({ step, fault: String(error) }));
  page.on("console", (line) => faults.push({ step, fault: `console: ${line.text()}` }));
  page.on("request", (request) => {
    if (new URL(request.url()).host !== host)
      faults.push({ step, fault: `asks ${request.url()}` });
  });
  return page;
}

async function step(name, act, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(60_000); // for machines that do other things, too
  const page = watched(await context.newPage(), name);
  const expect = (is, fault) => {
    if (!is) faults.push({ step: name, fault });
  };
  try {
    await page.goto(front);
    await act(page, expect);
  } catch (error) {
    faults.push({ step: name, fault: String(error) });
  }
  await context.close();
}

const shown = (page) => page.locator("#entries > li:visible h3").allInnerTexts();
const all = 40;
// What is said is said when the typing has stopped.
const said = (page, words) =>
  page.waitForFunction((w) => document.getElementById("count").textContent.includes(w), words);

await step("search", async (page, expect) => {
  expect((await shown(page)).length === all, "not all pathways at first");
  await page.fill("#q", "astma");
  await said(page, "1 ");
  expect((await shown(page)).join() === "Astma", `found ${await shown(page)}`);
  expect(page.url().endsWith("?q=astma"), `the address says ${page.url()}`);
  await page.fill("#q", "ASTMÄ");
  expect((await shown(page)).join() === "Astma", "marks and capitals matter");
  await page.fill("#q", "astmaisella");
  expect((await shown(page)).includes("Astma"), "an inflected word finds nothing");
  await page.click("#entries > li:visible a");
  expect((await page.locator("h1").innerText()) === "Astma", "the link leads elsewhere");
  await page.goBack();
  expect((await page.inputValue("#q")) === "astmaisella", "Back forgets what was typed");
  expect((await shown(page)).length < all, "Back shows all");
});

await step("filter, share, Back", async (page, expect) => {
  await page.selectOption("#by-municipality", { label: "Kuhmo" });
  const inKuhmo = await shown(page);
  expect(inKuhmo.length > 0 && inKuhmo.length < all, "the municipality filters nothing");
  await page.selectOption("#by-theme", { label: "Kuntoutus" });
  const both = await shown(page);
  expect(both.length < inKuhmo.length, "the theme filters nothing more");
  const other = watched(await page.context().newPage(), "shared");
  await other.goto(page.url());
  expect((await shown(other)).join() === both.join(), "a shared address shows something else");
  await page.goBack();
  expect((await shown(page)).join() === inKuhmo.join(), "Back does not take the theme away");
  await page.goBack();
  expect((await shown(page)).length === all, "Back does not show all");
  await page.goForward();
  expect((await shown(page)).join() === inKuhmo.join(), "Forward does not filter again");
});

await step("what was chosen is kept", async (page, expect) => {
  await page.selectOption("#by-municipality", { label: "Kuhmo" });
  await page.click("#entries > li:visible a");
  expect(page.url().endsWith("?municipality=290"), `the pathway is at ${page.url()}`);
  await page.click("header .site-name a");
  expect((await page.inputValue("#by-municipality")) === "290", "the list forgot the choice");
  await page.click(".languages a[hreflang=sv]");
  expect(page.url().includes("/sv/"), "not in Swedish");
  expect((await page.inputValue("#by-municipality")) === "290", "the language forgot the choice");
});

await step("the same stage in another language", async (page, expect) => {
  await page.click("#entries > li:visible a");
  const stage = await page.locator("[id^=stage-]").nth(2).getAttribute("id");
  await page.evaluate((id) => { location.hash = id; }, stage);
  await page.waitForFunction(
    (id) => document.querySelector(".languages a").href.endsWith(`#${id}`), stage,
  );
  await page.click(".languages a[hreflang=sv]");
  await page.waitForURL(/\/sv\//);
  expect(page.url().endsWith(`#${stage}`), `in Swedish at ${page.url()}`);
  expect(await page.locator(`[id="${stage}"]`).isVisible(), "the stage is not there");
});

await step("nothing found has a way out", async (page, expect) => {
  await page.fill("#q", "zzzzzz");
  await page.waitForSelector("#nothing:visible");
  expect((await shown(page)).length === 0, "something is shown");
  expect(await page.locator("#nothing a[href^='tel:']").isVisible(), "no number to call");
  await page.click("#show-all");
  expect((await shown(page)).length === all, "not all are shown again");
  expect(new URL(page.url()).search === "", "the address still filters");
  expect(
    await page.evaluate(() => document.activeElement.id === "q"), "the keyboard is nowhere",
  );
});

await step("keyboard only", async (page, expect) => {
  const reach = async (id) => {
    for (let times = 0; times < 60; times++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((i) => document.activeElement.id === i, id)) return;
    }
    throw new Error(`the keyboard does not reach ${id}`);
  };
  await reach("q");
  await page.keyboard.type("astma");
  await reach("by-theme");
  await said(page, "1 ");
  for (let times = 0; times < 60; times++) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate(() => document.activeElement.textContent)) === "Astma") break;
  }
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  expect(outline !== "none", "one does not see where the keyboard is");
  await page.keyboard.press("Enter");
  await page.waitForURL(/astma\.html/);
  await page.keyboard.press("Tab");
  expect(
    await page.evaluate(() => document.activeElement.className === "skip"), "no skip link first",
  );
});

await step("a phone folds the filters away", async (page, expect) => {
  expect(!(await page.isVisible("#by-theme")), "the filters are in the way");
  await page.click("#narrow");
  expect(await page.isVisible("#by-theme"), "the filters do not come");
  await page.selectOption("#by-theme", { label: "Kuntoutus" });
  await page.reload();
  expect(await page.isVisible("#by-theme"), "a filter in force is hidden");
}, { viewport: { width: 360, height: 740 } });

await step("without scripts", async (page, expect) => {
  expect(!(await page.isVisible("#q")), "a search that does nothing is shown");
  expect((await shown(page)).length === all, "not all pathways");
  await page.click(".choices summary >> nth=1");
  await page.click(".choices a:text-is('Kuhmo')");
  const inKuhmo = await shown(page);
  expect(inKuhmo.length > 0 && inKuhmo.length < all, "the page of a choice lists all");
  await page.click(".languages a[hreflang=sv]");
  expect((await shown(page)).length === inKuhmo.length, "another list in Swedish");
  await page.click("#entries > li:visible a");
  expect(page.url().includes("/sv/"), "the pathway is not in Swedish");
}, { javaScriptEnabled: false });

await browser.close();
console.log(JSON.stringify(faults));
