// Choosing days in the year: a click, a drag, Shift and the arrow keys fill in the form's dates. Without this file each
// day is a link that does the same.

const DAY = 24 * 60 * 60 * 1000;

const form = () => document.getElementById("date-form");
const days = () => [...document.querySelectorAll("#year a[data-date]")];
const dayOf = (date) => document.querySelector(`#year a[data-date="${date}"]`);
const shift = (date, by) => new Date(Date.parse(`${date}T00:00Z`) + by * DAY).toISOString().slice(0, 10);

let anchor = null;
let dragging = null;
let dragged = false;

// One stop for the Tab key: the day last gone to, at first today or the first there is.
function stops(current) {
  const all = days();
  const stop = current ?? all.find((day) => day.hasAttribute("data-chosen"))
    ?? all.find((day) => day.hasAttribute("aria-current")) ?? all[0];
  all.forEach((day) => {
    day.tabIndex = day === stop ? 0 : -1;
  });
}

function mark(first, last) {
  days().forEach((day) => day.toggleAttribute("data-chosen", first !== "" && first <= day.dataset.date && day.dataset.date <= last));
}

const spoken = (date) => dayOf(date)?.getAttribute("aria-label").split(":")[0] ?? date;

// What the form says: marked in the year, told, and beside it what is planned then already.
function tell() {
  const first = form()?.elements.first.value ?? "";
  const last = form()?.elements.last.value || first;
  mark(first, last);
  const place = form()?.querySelector(".date-form-chosen");
  if (!place) {
    return;
  }
  const words = first === "" || last < first ? ""
    : first === last ? form().dataset.chosenOne.replace("{0}", spoken(first))
      : form().dataset.chosenMany.replace("{0}", spoken(first)).replace("{1}", spoken(last));
  const list = form().querySelector(".date-form-there");
  const there = words === "" ? [] : [...document.querySelectorAll("#planned li[data-first]")]
    .filter((row) => row.dataset.first <= last && first <= row.dataset.last)
    .map((row) => row.querySelector("a[data-what]"));
  list.replaceChildren(...there.map((link) => {
    const item = document.createElement("li");
    const copy = document.createElement("a");
    copy.href = link.href;
    copy.textContent = link.dataset.what;
    item.append(copy);
    return item;
  }));
  list.hidden = there.length === 0;
  place.textContent = there.length === 0 ? words : `${words}. ${form().dataset.there}`;
}

function choose(from, to) {
  const [first, last] = from <= to ? [from, to] : [to, from];
  form().elements.first.value = first;
  form().elements.last.value = last;
  tell();
}

document.addEventListener("pointerdown", (event) => {
  const day = event.target.closest?.("#year a[data-date]");
  dragged = false;
  if (day && event.button === 0 && event.pointerType !== "touch" && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
    dragging = day.dataset.date;
  }
});

document.addEventListener("pointermove", (event) => {
  if (!dragging) {
    return;
  }
  const day = document.elementFromPoint(event.clientX, event.clientY)?.closest("#year a[data-date]");
  if (day && (dragged || day.dataset.date !== dragging)) {
    dragged = true;
    anchor = dragging;
    choose(dragging, day.dataset.date);
  }
});

document.addEventListener("pointerup", () => {
  dragging = null;
});

document.addEventListener("pointercancel", () => {
  dragging = null;
});

document.addEventListener("dragstart", (event) => {
  if (event.target.closest?.("#year a[data-date]")) {
    event.preventDefault();
  }
});

document.addEventListener("click", (event) => {
  const day = event.target.closest("#year a[data-date]");
  if (!day || event.ctrlKey || event.metaKey || !form()) {
    return;
  }
  event.preventDefault();
  if (dragged) {
    dragged = false;
    return;
  }
  const date = day.dataset.date;
  const byKey = event.detail === 0;
  if (event.shiftKey && anchor) {
    choose(anchor, date);
  } else if (!byKey || !day.hasAttribute("data-chosen")) {
    anchor = date;
    choose(date, date);
  }
  stops(day);
  const box = form().getBoundingClientRect();
  if (byKey || box.top > window.innerHeight || box.bottom < 0) {
    form().scrollIntoView({ block: "start" });
    form().querySelector("[name=kind]:checked, [name=kind]").focus({ preventScroll: true });
  }
});

document.addEventListener("keydown", (event) => {
  const day = event.target.closest?.("#year a[data-date]");
  const back = getComputedStyle(document.documentElement).direction === "rtl" ? 1 : -1;
  const step = { ArrowLeft: back, ArrowRight: -back, ArrowUp: -7, ArrowDown: 7, PageUp: -28, PageDown: 28 }[event.key];
  if (!day || !step || event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  event.preventDefault();
  const goal = dayOf(shift(day.dataset.date, step));
  if (!goal) {
    return;
  }
  if (event.shiftKey && form()) {
    anchor ??= day.dataset.date;
    choose(anchor, goal.dataset.date);
  } else {
    anchor = null;
  }
  stops(goal);
  goal.focus();
});

document.addEventListener("input", (event) => {
  if (event.target.matches("#date-form [name=first], #date-form [name=last]")) {
    tell();
  }
});

function begin() {
  stops();
  if (form()) {
    tell();
  }
}

document.addEventListener("htmx:afterSettle", (event) => {
  if (["year", "date-form"].includes(event.detail.elt.id)) {
    begin();
  }
});

begin();
