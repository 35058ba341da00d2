// The month of free days under the arrow keys: one stop for the tab key, the free days in reach from there. Without
// scripts each free day is a link of its own.

let wanted = null;

function days(table) {
  return [...table.querySelectorAll("td > a[id^='day-']")];
}

function number(day) {
  return Date.parse(day.id.slice(4)) / 86400000;
}

function prepare(table) {
  table.setAttribute("role", "grid");
  const free = days(table);
  const stop = free.find((day) => day.getAttribute("aria-current") === "true") ?? free[0];
  for (const day of free) {
    day.tabIndex = day === stop ? 0 : -1;
  }
}

function focus(day) {
  for (const other of days(day.closest("table"))) {
    other.tabIndex = other === day ? 0 : -1;
  }
  day.focus();
}

// The free day that key leads to; null where none lies that way in this month.
function toward(key, from, free) {
  const at = free.indexOf(from);
  const week = (day) => Math.floor((number(day) + 3) / 7);
  switch (key) {
    case "ArrowRight": return free[at + 1] ?? null;
    case "ArrowLeft": return free[at - 1] ?? null;
    case "ArrowDown":
    case "ArrowUp": {
      const sign = key === "ArrowDown" ? 1 : -1;
      const others = free.filter((day) => sign * (week(day) - week(from)) > 0);
      const next = sign > 0 ? others[0] : others.at(-1);
      return next ? others.filter((day) => week(day) === week(next))
        .reduce((best, day) => distance(day, from) < distance(best, from) ? day : best) : null;
    }
    case "Home": return free.find((day) => week(day) === week(from));
    case "End": return free.findLast((day) => week(day) === week(from));
    default: return null;
  }
}

function distance(day, from) {
  const apart = Math.abs(number(day) - number(from)) % 7;
  return Math.min(apart, 7 - apart);
}

// Which way the month is left, and where the focus belongs in the next one.
const PAGES = {
  ArrowRight: ["times-later", "first"], ArrowDown: ["times-later", "first"], PageDown: ["times-later", "near"],
  ArrowLeft: ["times-earlier", "last"], ArrowUp: ["times-earlier", "last"], PageUp: ["times-earlier", "near"],
};

document.addEventListener("keydown", (event) => {
  const from = event.target.closest?.(".calendar td > a[id^='day-']");
  if (!from || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  const rtl = getComputedStyle(from).direction === "rtl";
  const key = !rtl ? event.key : ({ ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" })[event.key] ?? event.key;
  const day = toward(key, from, days(from.closest("table")));
  if (day) {
    event.preventDefault();
    focus(day);
    return;
  }
  const [link, place] = PAGES[key] ?? [];
  if (link) {
    event.preventDefault();
    const page = document.getElementById(link);
    if (page) {
      wanted = { place, day: Number(from.textContent) };
      page.click();
    }
  }
});

function arrive(table) {
  const free = days(table);
  if (free.length === 0) {
    return;
  }
  const goal = wanted.place === "first" ? free[0] : wanted.place === "last" ? free.at(-1)
    : free.reduce((best, day) => Math.abs(Number(day.textContent) - wanted.day)
      < Math.abs(Number(best.textContent) - wanted.day) ? day : best);
  focus(goal);
}

// Said to whoever cannot see that the panel has changed. The place for it outlives the swaps.
const voice = document.createElement("p");
voice.className = "visually-hidden";
voice.setAttribute("role", "status");
document.body.append(voice);

document.addEventListener("htmx:afterSettle", (event) => {
  const panel = event.detail.elt;
  if (panel.id !== "times") {
    return;
  }
  const table = panel.querySelector(".calendar");
  if (table) {
    prepare(table);
    if (wanted) {
      arrive(table);
    }
  }
  wanted = null;
  if (document.activeElement === document.body) {
    panel.focus({ preventScroll: true });
  }
  voice.textContent = panel.dataset.said ?? "";
});

for (const table of document.querySelectorAll("#times .calendar")) {
  prepare(table);
}
