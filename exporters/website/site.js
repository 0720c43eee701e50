// On every page: tells style sheets that scripts run, and carries what the reader chose from page
// to page in the address. Nothing is stored and nobody is asked; every page works without it.
"use strict";

document.documentElement.classList.add("scripted");

const KEPT = ["municipality"];

// Choices that go along to other pages of the site.
function keptChoices() {
  const all = new URLSearchParams(location.search);
  const kept = new URLSearchParams();
  for (const name of KEPT) {
    const value = all.get(name);
    if (value && /^[a-z0-9-]{1,90}$/.test(value)) kept.set(name, value);
  }
  return kept.toString();
}

// Links of our own to other pages; those to a place on the page itself need nothing.
function carryChoices() {
  const kept = keptChoices();
  for (const link of document.querySelectorAll("a[href]")) {
    const address = link.getAttribute("href");
    if (/^([a-z][a-z0-9+.-]*:|\/\/|#)/i.test(address)) continue;
    const [path, anchor] = address.split("#");
    if (!path.split("?")[0].endsWith(".html")) continue;
    const isSameInLanguage = link.closest(".languages") !== null;
    const query = isSameInLanguage ? location.search.slice(1) : kept;
    const place = isSameInLanguage ? location.hash.slice(1) : anchor;
    link.setAttribute(
      "href",
      path.split("?")[0] + (query ? `?${query}` : "") + (place ? `#${place}` : ""),
    );
  }
}

addEventListener("DOMContentLoaded", carryChoices);
addEventListener("hashchange", carryChoices);
addEventListener("popstate", carryChoices);
