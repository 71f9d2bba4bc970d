"use strict";

// Keeps the progress of a running evaluation fresh: the server sends what is new, and where that
// cannot be, it is asked for now and then. Without JavaScript the page reloads instead.
const PAUSE = 2000;
const LONGEST_PAUSE = 30000;
const LONGEST_WAIT = 10000;

const shown = () => document.getElementById("progress");

function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const fresh = page.getElementById("progress");
  shown().replaceWith(fresh);
  return fresh.dataset.finished === "true";
}

function listen() {
  const events = new EventSource(shown().dataset.events);
  const giveUp = () => {
    events.close();
    ask(PAUSE);
  };
  // The first comes at once, unless something on the way holds back what the server sends.
  const patience = setTimeout(giveUp, LONGEST_WAIT);
  events.onmessage = (message) => {
    clearTimeout(patience);
    if (show(message.data)) {
      events.close();
      location.reload();
    }
  };
  events.onerror = () => {
    // Otherwise the browser connects again by itself.
    if (events.readyState === EventSource.CLOSED) {
      clearTimeout(patience);
      ask(PAUSE);
    }
  };
}

async function ask(pause) {
  let next = PAUSE;
  try {
    const response = await fetch(shown().dataset.address, { headers: { Accept: "text/html" } });
    if (!response.ok) {
      throw new Error(response.statusText);
    }
    if (show(await response.text())) {
      location.reload();
      return;
    }
  } catch (unavailable) {
    next = Math.min(pause * 2, LONGEST_PAUSE);
  }
  setTimeout(ask, next, next);
}

listen();
