// The front page: filters the list as one types and chooses. The choices stand in the address, so
// that they can be shared and Back brings them back. The whole list is on the page; without this
// file, every choice has a page of its own.
"use strict";

const form = document.getElementById("finder");
const heading = document.getElementById("count");
const narrow = document.getElementById("narrow");
const clear = document.getElementById("clear");
const letters = document.getElementById("letters");
const nothing = document.getElementById("nothing");
const NAMES = [...form.elements].map((field) => field.name).filter(Boolean);
// What a pathway does not limit fits every choice.
const OPEN = new Set(["municipality", "group"]);
const SHORTEST_STEM = 4;
const LONGEST_ENDING = 6;

const entries = [...document.querySelectorAll("#entries > li")].map((item) => ({
  item,
  words: ` ${item.dataset.words}`,
  keys: Object.fromEntries(
    NAMES.filter((name) => name !== "q").map((name) => [
      name,
      (item.dataset[name] || "").split(" ").filter(Boolean),
    ]),
  ),
}));

// As the words of the entries were folded: small letters without marks, no punctuation.
function folded(words) {
  return words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function chosen() {
  return Object.fromEntries(NAMES.map((name) => [name, form.elements[name].value.trim()]));
}

function fits(entry, choices) {
  return NAMES.every((name) => {
    if (name === "q" || !choices[name]) return true;
    const keys = entry.keys[name];
    return keys.includes(choices[name]) || (OPEN.has(name) && keys.length === 0);
  });
}

// A short word must begin a word of the entry; a longer one may be inside a compound.
function holds(entry, word) {
  return entry.words.includes(word.length < SHORTEST_STEM ? ` ${word}` : word);
}

// Words are inflected: when nothing holds them as typed, their endings are left off bit by bit.
function found(choices) {
  const fitting = entries.filter((entry) => fits(entry, choices));
  const words = folded(choices.q);
  for (let ending = 0; ending <= LONGEST_ENDING; ending++) {
    const stems = words.map((word) =>
      word.slice(0, Math.max(Math.min(word.length, SHORTEST_STEM), word.length - ending)),
    );
    const holding = fitting.filter((entry) => stems.every((stem) => holds(entry, stem)));
    if (holding.length || !words.length) return { holding, isNear: ending > 0 };
  }
  return { holding: [], isNear: false };
}

let telling = 0;

function show(delay) {
  const { holding, isNear } = found(chosen());
  const kept = new Set(holding);
  for (const entry of entries) entry.item.hidden = !kept.has(entry);
  nothing.hidden = holding.length > 0;
  clear.hidden = !Object.values(chosen()).some(Boolean);
  if (letters) letters.hidden = !clear.hidden;
  const { one, many, near, none } = heading.dataset;
  const count = (holding.length === 1 ? one : many).replace("{count}", holding.length);
  const said = holding.length === 0 ? none : isNear ? near.replace("{found}", count) : count;
  // Screen readers read every change aloud: wait until the typing stops.
  clearTimeout(telling);
  telling = setTimeout(() => {
    if (heading.textContent !== said) heading.textContent = said;
  }, delay);
}

function address() {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(chosen())) if (value) query.set(name, value);
  const written = query.toString();
  return location.pathname + (written ? `?${written}` : "") + location.hash;
}

function remember(isNewStep) {
  const next = address();
  if (next === location.pathname + location.search + location.hash) return;
  history[isNewStep ? "pushState" : "replaceState"](null, "", next);
  carryChoices();
}

function readAddress() {
  const query = new URLSearchParams(location.search);
  for (const name of NAMES) {
    const field = form.elements[name];
    const value = query.get(name) || "";
    const isOffered = field.type === "search" || [...field.options].some((o) => o.value === value);
    field.value = isOffered ? value : "";
  }
  if (narrow && NAMES.some((name) => name !== "q" && form.elements[name].value)) unfold(true);
  show(0);
}

// On small screens the filters are folded away until they are asked for.
function unfold(isOpen) {
  narrow.setAttribute("aria-expanded", String(isOpen));
  document.getElementById("narrowing").classList.toggle("unfolded", isOpen);
}
if (narrow)
  narrow.addEventListener("click", () => unfold(narrow.getAttribute("aria-expanded") !== "true"));

// One word typed is one step Back, however many letters it has.
let isTyping = false;
form.elements.q.addEventListener("input", () => {
  remember(!isTyping);
  isTyping = true;
  show(500);
});
form.addEventListener("change", (event) => {
  isTyping = false;
  if (event.target.name !== "q") {
    remember(true);
    show(0);
  }
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  isTyping = false;
  show(0);
});

function showAll() {
  for (const name of NAMES) form.elements[name].value = "";
  isTyping = false;
  remember(true);
  show(0);
  form.elements.q.focus();
}
form.addEventListener("reset", (event) => {
  event.preventDefault();
  showAll();
});
document.getElementById("show-all").addEventListener("click", showAll);
addEventListener("popstate", () => {
  isTyping = false;
  readAddress();
});
addEventListener("pageshow", readAddress); // browsers put back what stood in the fields
readAddress();
