// Reads a pathway's page as people do who have no mouse, who change the language, and who print:
//   node reading.mjs CHROMIUM URL STAGE PDF
// URL is the customer's page, STAGE the anchor of one of its stages; the page is printed to PDF.
// Prints JSON:
//   skip       [text of the first stop, id of what has the focus after Enter]
//   contents   { opened, stage }: a phase opened in the contents, the anchor that a link led to
//   stages     anchors of the stages in the order in which Tab comes to them
//   unseen     stops that show no focus, are out of sight or smaller than 24 px and alone
//   language   { scripted, plain }: where the switch leads from the stage, with and without scripts
//   wide       how many px the page is wider than the paper when printed
//   texts      of every stage the words that it says, as they stand on the page
import { chromium } from "playwright-core";

const [executablePath, address, stage, pdf] = process.argv.slice(2);
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

const hashOf = (page) => new URL(page.url()).hash;

async function bySkipLink() {
  const page = await browser.newPage();
  await page.goto(address);
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement.textContent.trim());
  await page.keyboard.press("Enter");
  const place = await page.evaluate(() => document.activeElement.id);
  await page.close();
  return [first, place];
}

async function byContents() {
  const page = await browser.newPage();
  await page.goto(address);
  const isIn = (selector) =>
    page.evaluate((wanted) => document.activeElement.matches(wanted), selector);
  while (!(await isIn(".contents summary"))) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const opened = await page.locator(".contents details[open]").count();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const seen = await page.locator(hashOf(page)).evaluate((section) => {
    const { top } = section.getBoundingClientRect();
    return top >= 0 && top < window.innerHeight;
  });
  const result = { opened, stage: hashOf(page), seen };
  await page.close();
  return result;
}

// Goes through the page by Tab, from the first stop to the last.
async function byTab() {
  const page = await browser.newPage();
  await page.goto(address);
  const stages = [];
  const unseen = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === document.body) return null;
      const style = getComputedStyle(focused);
      const { top, bottom, width, height } = focused.getBoundingClientRect();
      const isInText = style.display === "inline"; // links in a sentence may be as high as it
      return {
        name: focused.textContent.trim().slice(0, 60) || focused.getAttribute("aria-label"),
        stage: focused.closest("section.stage")?.id ?? "",
        fault:
          style.outlineStyle === "none" ? "no focus shown"
          : bottom < 0 || top > window.innerHeight ? "out of sight"
          : !isInText && (width < 24 || height < 24) ? `${width} x ${height} px`
          : "",
      };
    });
    if (stop === null) break;
    if (stop.stage && stages.at(-1) !== stop.stage) stages.push(stop.stage);
    if (stop.fault) unseen.push([stop.name, stop.fault]);
  }
  await page.close();
  return { stages, unseen };
}

async function inOtherLanguage() {
  const page = await browser.newPage();
  await page.goto(`${address}#${stage}`);
  await page.locator("header .languages a").first().click();
  await page.waitForURL((url) => url.href !== `${address}#${stage}`);
  const scripted = page.url();
  await page.close();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const still = await context.newPage();
  await still.goto(`${address}#${stage}`);
  await still.locator(`#${stage} .stage-foot a[hreflang]`).first().click();
  const plain = still.url();
  await context.close();
  return { scripted, plain };
}

async function onPaper() {
  const page = await browser.newPage({ viewport: { width: 680, height: 1000 } }); // A4, 15 mm margins
  await page.goto(address);
  const texts = await page.evaluate(() =>
    [...document.querySelectorAll("section.stage")].map((section) => [
      section.id,
      [...section.querySelectorAll("h3, h4, p, li, strong")]
        .filter((element) => !element.closest(".stage-foot") && element.children.length === 0)
        .map((element) => element.textContent),
    ]),
  );
  await page.emulateMedia({ media: "print" });
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  await page.pdf({ path: pdf, preferCSSPageSize: true, tagged: true });
  await page.close();
  return { wide, texts };
}

const read = {
  skip: await bySkipLink(),
  contents: await byContents(),
  ...(await byTab()),
  language: await inOtherLanguage(),
  ...(await onPaper()),
};
await browser.close();
console.log(JSON.stringify(read));
