// What the pages gain where scripts run. Everything here has a plain way without it.

const root = document.documentElement;

// The viewer's zone, from the browser, until they choose another one. Regions that show times ask again:
// hx-trigger="zone-known from:body".
function rememberZone() {
  if (/(^|; )zone=/.test(document.cookie)) {
    return;
  }
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone) {
    const secure = location.protocol === "https:" ? "; secure" : "";
    document.cookie = `zone=${zone}; path=/; max-age=31536000; samesite=lax${secure}`;
    document.addEventListener("DOMContentLoaded",
      () => document.body.dispatchEvent(new CustomEvent("zone-known", { bubbles: true })));
  }
}

// Of tabs that do not all fit, the chosen one is seen.
function showChosenTabs() {
  for (const chosen of document.querySelectorAll('.tabs [aria-current="page"]')) {
    const tabs = chosen.closest(".tabs");
    tabs.scrollLeft = chosen.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - chosen.offsetWidth) / 2;
  }
}

document.addEventListener("DOMContentLoaded", showChosenTabs);

// A pressed button says so and cannot be pressed twice. data-busy holds the word for it.
const idleContent = new WeakMap();

function busy(button) {
  if (!button || button.getAttribute("aria-busy") === "true") {
    return;
  }
  button.setAttribute("aria-busy", "true");
  if (button.dataset.busy) {
    idleContent.set(button, [...button.childNodes]);
    button.textContent = button.dataset.busy;
  }
}

function idle(scope) {
  for (const button of scope.querySelectorAll('button[aria-busy="true"]')) {
    button.removeAttribute("aria-busy");
    button.disabled = false;
    if (idleContent.has(button)) {
      button.replaceChildren(...idleContent.get(button));
      idleContent.delete(button);
    }
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "get") {
    return;
  }
  if (form.dataset.sending) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  const button = event.submitter ?? form.querySelector("button:not([type=button])");
  busy(button);
  if (!form.hasAttribute("hx-post")) {
    form.dataset.sending = "true";
  }
}, true);

// Back from the next page: the form is fresh again.
window.addEventListener("pageshow", () => {
  idle(document);
  for (const form of document.querySelectorAll("form[data-sending]")) {
    delete form.dataset.sending;
  }
});

// What was pressed is gone with what it changed: whoever uses the keyboard goes on at what is wrong, or at the title.
function placeForLostFocus(region, request) {
  const lost = document.activeElement === document.body && request?.verb !== "get";
  return lost ? region.querySelector?.('[aria-invalid="true"]') ?? region.querySelector?.("h1, h2") : null;
}

// After a swap, focus goes where the result is: what failed first, then what asks for it.
document.addEventListener("htmx:afterSettle", (event) => {
  const region = event.detail.elt;
  const goal = region.matches?.(".form-errors, [data-focus]") ? region
    : region.querySelector?.(".form-errors, [data-focus], [autofocus]")
      ?? (region.id === "problem" ? region.querySelector(".notice") : null)
      ?? placeForLostFocus(region, event.detail.requestConfig);
  if (goal) {
    if (!goal.hasAttribute("tabindex") && !goal.matches("a, button, input, select, textarea")) {
      goal.tabIndex = -1;
    }
    goal.focus();
  }
});

document.addEventListener("htmx:afterRequest", (event) => {
  idle(event.detail.elt.closest("form") ?? event.detail.elt);
  if (event.detail.successful) {
    document.getElementById("problem")?.replaceChildren();
  }
});

// No answer at all: say it where every other problem is said.
for (const name of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, () => {
    const place = document.getElementById("problem");
    if (place) {
      const notice = document.createElement("p");
      notice.className = "notice";
      notice.dataset.kind = "loss";
      notice.textContent = place.dataset.offline;
      place.replaceChildren(notice);
    }
  });
}

// A menu closes at a click beside it.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  }
});

// A zone that is pressed goes into its field; nothing is sent for it.
document.addEventListener("click", (event) => {
  const choice = event.target.closest("button[data-fill]");
  const field = choice && document.getElementById(choice.dataset.fill);
  if (field) {
    event.preventDefault();
    field.value = choice.value;
    field.removeAttribute("aria-invalid");
    choice.closest(".zones").replaceChildren();
    field.focus();
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") {
    return;
  }
  const menu = document.querySelector("details.menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

root.dataset.script = "on";
rememberZone();
