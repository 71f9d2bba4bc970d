"use strict";

// Keeps the progress of a running evaluation fresh; without JavaScript the page reloads instead.
const PAUSE = 2000;
const LONGEST_PAUSE = 30000;

async function refresh(pause) {
  const shown = document.getElementById("progress");
  let next = PAUSE;
  try {
    const response = await fetch(shown.dataset.address, { headers: { Accept: "text/html" } });
    if (!response.ok) {
      throw new Error(response.statusText);
    }
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById("progress");
    shown.replaceWith(fresh);
    if (fresh.dataset.finished === "true") {
      location.reload();
      return;
    }
  } catch (unavailable) {
    next = Math.min(pause * 2, LONGEST_PAUSE);
  }
  setTimeout(refresh, next, next);
}

setTimeout(refresh, PAUSE, PAUSE);
