// A mentor's week as a grid to draw in. What counts are the seven lines of text beside it: the grid reads them, and
// every change is written back, so saving, correcting and undoing are the form's own.

const QUARTER = 15;
const HOUR = 60;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const HOLD = 350;
const STRETCH = /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|—|to)\s*(\d{1,2})(?:[:.](\d{2}))?$/;

const wrap = (minutes) => ((minutes % WEEK) + WEEK) % WEEK;
const clamp = (value, least, most) => Math.min(Math.max(value, least), most);
const clock = (minutes) => `${Math.floor(minutes / HOUR)}`.padStart(2, "0") + ":" + `${minutes % HOUR}`.padStart(2, "0");
const endClock = (minutes) => clock(minutes > DAY ? minutes - DAY : minutes);
const lineOf = (windows) => windows.map((it) => `${clock(it.start)}–${endClock(it.end)}`).join(", ");
const say = (words, ...values) => words.replace(/\{(\d)\}/g, (_, number) => values[number]);

// Minutes after midnight, null where it is no time on the grid. As HoursText reads it.
function minutesOf(hour, minute = "0") {
  const total = Number(hour) * HOUR + Number(minute);
  return total > DAY || Number(minute) > 59 || total % QUARTER !== 0 ? null : total;
}

function readStretch(text) {
  const match = STRETCH.exec(text);
  const start = match && minutesOf(match[1], match[2]);
  const end = match && minutesOf(match[3], match[4]);
  if (start === null || end === null || start === DAY) {
    return null;
  }
  return { start, end: end <= start ? end + DAY : end };
}

// The windows of a line, null where it cannot be read.
function readLine(line) {
  const parts = line.split(/[,;\n]/).map((part) => part.trim()).filter(Boolean).map(readStretch);
  return parts.includes(null) ? null : parts;
}

class WeekGrid {
  constructor(root) {
    this.root = root;
    this.form = root.closest("form");
    this.lines = [...this.form.querySelectorAll("[data-hours]")];
    this.columns = [...root.querySelectorAll(".week-day")];
    this.names = this.columns.map((column) => column.getAttribute("aria-label"));
    this.scroller = root.querySelector(".week-scroll");
    this.body = root.querySelector(".week-body");
    this.history = [];
    this.windows = [];
    this.bad = new Set();
    this.parts = new Map();
    this.chosen = null;
    this.listen();
    root.hidden = false;
    this.show(0);
    this.read();
    this.scrollToHours();
  }

  // The morning, or later where evening hours would lie below: what is drawn is seen.
  scrollToHours() {
    const first = Math.min(...this.windows.map((it) => it.start));
    const last = Math.max(0, ...this.windows.map((it) => Math.min(DAY, it.end)));
    const shown = (this.scroller.clientHeight / this.body.offsetHeight) * DAY;
    const morning = Math.min(8 * HOUR, first) - HOUR / 2;
    const top = Math.max(0, morning, Math.min(first - HOUR / 2, last + HOUR - shown));
    this.scroller.scrollTop = (this.body.offsetHeight * top) / DAY;
  }

  listen() {
    this.body.addEventListener("pointerdown", (event) => this.press(event));
    this.body.addEventListener("pointermove", (event) => this.follow(event));
    this.body.addEventListener("pointerup", (event) => this.release(event));
    this.body.addEventListener("pointercancel", () => this.abandon());
    // A finger that draws must not scroll as well; one that scrolls must not draw.
    this.body.addEventListener("touchmove", (event) => this.drag && event.preventDefault(), { passive: false });
    this.body.addEventListener("contextmenu", (event) => this.drag && event.preventDefault());
    this.body.addEventListener("click", (event) => this.windowOf(event.target)?.parts[0].focus({ preventScroll: true }));
    this.body.addEventListener("focusin", (event) => this.choose(this.windowOf(event.target)));
    this.root.addEventListener("keydown", (event) => this.key(event));
    this.root.addEventListener("click", (event) => this.click(event));
    for (const [day, line] of this.lines.entries()) {
      line.addEventListener("focus", () => { this.before ??= this.snapshot(); });
      line.addEventListener("input", () => this.read());
      line.addEventListener("change", () => {
        this.remember(this.before ?? this.snapshot());
        this.before = null;
        if (this.bad.has(day)) {
          this.say(say(this.root.dataset.unread, this.names[day]));
        }
      });
      line.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && this.cameFrom !== undefined) {
          event.preventDefault();
          line.dispatchEvent(new Event("change"));
          this.focusOn(day, this.cameFrom);
        }
      });
      line.addEventListener("blur", () => { this.cameFrom = undefined; this.before = null; });
    }
    for (const button of this.form.querySelectorAll("button[name=copy]")) {
      button.addEventListener("click", (event) => {
        event.preventDefault();
        this.copy(button.value);
      });
    }
  }

  // ---- lines and windows ----

  snapshot() {
    return this.lines.map((line) => line.value);
  }

  read() {
    const kept = this.windows;
    this.windows = [];
    this.bad.clear();
    for (const [day, line] of this.lines.entries()) {
      const windows = readLine(line.value)?.map(({ start, end }) =>
        kept.find((it) => it.day === day && it.start === start && it.end === end) ?? { day, start, end });
      const clash = windows?.some((it, at) => !this.fits(it, it) || windows.some((other, index) => index < at && this.meet(it, other)));
      if (!windows || clash) {
        this.bad.add(day);
      } else {
        this.windows.push(...windows);
      }
    }
    this.render();
  }

  // Writes the days that changed, and leaves the others as they were typed.
  write(before) {
    for (const [day, line] of this.lines.entries()) {
      const text = lineOf(this.of(day));
      if (!this.bad.has(day) && text !== lineOf((readLine(line.value) ?? []).sort((a, b) => a.start - b.start))) {
        line.value = text;
      }
    }
    this.remember(before);
    this.render();
  }

  remember(before) {
    const now = this.snapshot();
    if (before.some((line, day) => line !== now[day])) {
      this.history.push(before);
      this.root.querySelector("[data-undo]").disabled = false;
      this.form.dataset.changed = "true";
    }
  }

  undo() {
    const before = this.history.pop();
    if (before) {
      this.lines.forEach((line, day) => { line.value = before[day]; });
      this.root.querySelector("[data-undo]").disabled = this.history.length === 0;
      this.read();
      this.say(this.root.dataset.undone);
    }
  }

  copy(how) {
    const before = this.snapshot();
    const from = Number(this.form.querySelector("[name=copyFrom]").value) - 1;
    const ticked = [...this.form.querySelectorAll("[name=copyTo]:checked")].map((box) => Number(box.value) - 1);
    const days = { weekdays: [0, 1, 2, 3, 4], all: [0, 1, 2, 3, 4, 5, 6] }[how] ?? ticked;
    const to = days.filter((day) => day !== from);
    to.forEach((day) => { this.lines[day].value = before[from]; });
    this.remember(before);
    this.read();
    if (to.length > 0) {
      this.say(say(this.root.dataset.copied, this.names[from], to.map((day) => this.names[day]).join(", ")));
    }
  }

  of(day) {
    return this.windows.filter((it) => it.day === day).sort((a, b) => a.start - b.start);
  }

  // ---- what fits ----

  begin(it) {
    return it.day * DAY + it.start;
  }

  meet(one, other) {
    const apart = wrap(this.begin(other) - this.begin(one));
    return apart < one.end - one.start || WEEK - apart < other.end - other.start;
  }

  fits(it, self) {
    const long = it.end - it.start;
    return it.start >= 0 && it.start < DAY && long >= QUARTER && long <= DAY && !this.bad.has(it.day)
      && !this.windows.some((other) => other !== self && this.meet(it, other));
  }

  // Minutes free before and after a moment of the week, or null where it is taken.
  room(moment, self) {
    let before = DAY;
    let after = DAY;
    for (const other of this.windows) {
      if (other !== self) {
        const long = other.end - other.start;
        const since = wrap(moment - this.begin(other));
        if (since < long) {
          return null;
        }
        before = Math.min(before, since - long);
        after = Math.min(after, WEEK - since);
      }
    }
    return { before, after };
  }

  // ---- pointer ----

  windowOf(target) {
    return this.parts.get(target.closest?.(".week-window"));
  }

  // Where the pointer is: a day, and minutes after its midnight.
  at(event) {
    const shown = this.columns.filter((column) => column.offsetParent);
    const boxes = shown.map((column) => column.getBoundingClientRect());
    const distance = (box) => Math.max(box.left - event.clientX, event.clientX - box.right, 0);
    const nearest = boxes.reduce((best, box, index) => (distance(box) < distance(boxes[best]) ? index : best), 0);
    const box = boxes[nearest];
    return {
      day: this.columns.indexOf(shown[nearest]),
      minute: clamp(((event.clientY - box.top) / box.height) * DAY, 0, DAY),
    };
  }

  press(event) {
    if (event.button !== 0 || this.drag) {
      return;
    }
    const window = this.windowOf(event.target);
    const touch = event.pointerType === "touch";
    const at = this.at(event);
    if (window) {
      if (touch && window !== this.chosen) {
        return;
      }
      const tail = event.target.closest(".week-window").dataset.tail !== undefined;
      const kind = event.target.closest("[data-edge]")?.dataset.edge ?? "move";
      this.take(event, { kind, window, tail, was: { ...window }, grab: wrap(at.day * DAY + at.minute - this.begin(window)) });
    } else if (event.target.closest(".week-day")) {
      if (this.bad.has(at.day)) {
        this.lines[at.day].focus();
        return;
      }
      const draw = { kind: "draw", day: at.day, anchor: Math.min(Math.floor(at.minute / QUARTER) * QUARTER, DAY - QUARTER) };
      if (touch) {
        this.tap = { draw, x: event.clientX, y: event.clientY };
        this.tap.timer = setTimeout(() => {
          this.tap = null;
          this.take(event, draw);
          this.drawAnHour();
          this.render();
        }, HOLD);
      } else {
        this.take(event, draw);
      }
    }
  }

  take(event, drag) {
    event.preventDefault();
    this.drag = { ...drag, before: this.snapshot(), event, x: event.clientX, y: event.clientY };
    this.body.setPointerCapture(event.pointerId);
    drag.window?.parts[0].focus({ preventScroll: true });
    this.root.dataset.dragging = drag.kind;
  }

  follow(event) {
    if (this.tap && Math.hypot(event.clientX - this.tap.x, event.clientY - this.tap.y) > 10) {
      this.untap();
    }
    const drag = this.drag;
    if (!drag) {
      return;
    }
    drag.event = event;
    drag.moved ||= Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > 3;
    if (drag.moved) {
      this[`${drag.kind}To`](drag, this.at(event));
      this.render();
      this.scrollAlong();
    }
  }

  // The day is the one drawing began in, unless the pointer is in the next one, at night: then it is across midnight.
  reach(day, start, at, longest) {
    const minute = Math.round(at.minute / QUARTER) * QUARTER;
    const over = at.day === (day + 1) % 7 && DAY + minute - start <= longest;
    return over ? DAY + minute : minute;
  }

  span(drag, from, to) {
    const room = this.room(drag.day * DAY + drag.anchor, drag.window);
    if (!room) {
      return;
    }
    const start = clamp(from, Math.max(0, drag.anchor - room.before), drag.anchor);
    const end = clamp(to, drag.anchor + QUARTER, drag.anchor + room.after);
    if (!drag.window) {
      drag.window = { day: drag.day, start, end };
      this.windows.push(drag.window);
    }
    Object.assign(drag.window, { start, end: Math.min(end, start + DAY) });
  }

  drawTo(drag, at) {
    const upwards = at.day === drag.day && at.minute < drag.anchor;
    const from = upwards ? Math.floor(at.minute / QUARTER) * QUARTER : drag.anchor;
    this.span(drag, from, upwards ? drag.anchor + QUARTER : this.reach(drag.day, drag.anchor, at, DAY / 2));
  }

  drawAnHour() {
    this.span(this.drag, this.drag.anchor, this.drag.anchor + HOUR);
  }

  moveTo(drag, at) {
    const length = drag.was.end - drag.was.start;
    const minute = Math.round((at.minute - drag.grab) / QUARTER) * QUARTER;
    const moment = drag.tail ? wrap(at.day * DAY + minute) : at.day * DAY + clamp(minute, 0, DAY - QUARTER);
    const wanted = { day: Math.floor(moment / DAY), start: moment % DAY, end: (moment % DAY) + length };
    if (this.fits(wanted, drag.window)) {
      Object.assign(drag.window, wanted);
    }
  }

  startTo(drag, at) {
    const { day, start, end } = drag.was;
    const room = this.room(day * DAY + start, drag.window);
    const wanted = Math.round(at.minute / QUARTER) * QUARTER;
    drag.window.start = clamp(wanted, Math.max(0, start - room.before, end - DAY), Math.min(end, DAY) - QUARTER);
  }

  endTo(drag, at) {
    const { day, start } = drag.was;
    const room = this.room(day * DAY + start, drag.window);
    const wanted = this.reach(day, start, at, drag.tail ? DAY : DAY / 2);
    drag.window.end = clamp(wanted, start + QUARTER, start + Math.min(room.after, DAY));
  }

  scrollAlong() {
    cancelAnimationFrame(this.frame);
    const box = this.scroller.getBoundingClientRect();
    const y = this.drag.event.clientY;
    const by = y < box.top + 40 ? -8 : y > box.bottom - 24 ? 8 : 0;
    const before = this.scroller.scrollTop;
    if (by !== 0) {
      this.scroller.scrollTop += by;
      if (this.scroller.scrollTop !== before) {
        this.frame = requestAnimationFrame(() => this.drag && this.follow(this.drag.event));
      }
    }
  }

  release(event) {
    if (this.tap) {
      const { draw } = this.tap;
      this.untap();
      this.drag = { ...draw, before: this.snapshot() };
    }
    const drag = this.drag;
    if (!drag) {
      return;
    }
    if (drag.kind === "draw" && !drag.window) {
      this.drawAnHour();
    }
    this.drop();
    this.write(drag.before);
    if (drag.window) {
      this.choose(drag.window);
      drag.window.parts[0].focus({ preventScroll: true });
      const words = drag.kind === "draw" ? say(this.root.dataset.added, this.nameOf(drag.window)) : this.nameOf(drag.window);
      this.say(words);
    }
  }

  abandon() {
    this.untap();
    if (this.drag) {
      this.drop();
      this.read();
    }
  }

  drop() {
    this.drag = null;
    delete this.root.dataset.dragging;
    cancelAnimationFrame(this.frame);
  }

  untap() {
    clearTimeout(this.tap?.timer);
    this.tap = null;
  }

  // ---- keyboard ----

  key(event) {
    if (event.key === "Escape" && this.drag) {
      this.abandon();
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
      event.preventDefault();
      const day = this.chosen?.day;
      this.undo();
      if (!this.root.contains(document.activeElement) || document.activeElement === document.body) {
        this.focusOn(day ?? 0, 0);
      }
    } else if (this.windowOf(event.target)) {
      this.keyOn(this.windowOf(event.target), event);
    }
  }

  keyOn(window, event) {
    const towards = getComputedStyle(this.body).direction === "rtl" ? -1 : 1;
    const vertical = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const sideways = { ArrowLeft: -towards, ArrowRight: towards }[event.key];
    if (event.key === "Delete" || event.key === "Backspace") {
      this.remove(window);
    } else if (event.key === "Enter") {
      this.type(window);
    } else if (vertical && event.shiftKey) {
      this.change(window, [{ ...window, end: window.end + vertical * QUARTER }]);
    } else if (vertical && event.altKey) {
      this.change(window, [{ ...window, start: window.start + vertical * QUARTER }]);
    } else if (vertical && !event.ctrlKey && !event.metaKey) {
      this.change(window, this.steps(DAY / QUARTER, (step) => {
        const by = vertical * step * QUARTER;
        return { ...window, start: window.start + by, end: window.end + by };
      }));
    } else if (sideways && !event.altKey && !event.ctrlKey && !event.metaKey) {
      this.change(window, this.steps(6, (step) => ({ ...window, day: window.day + sideways * step })));
    } else {
      return;
    }
    event.preventDefault();
  }

  // Past what is in the way.
  steps(most, make) {
    return Array.from({ length: most }, (_, index) => make(index + 1)).filter((it) => it.day >= 0 && it.day < 7);
  }

  change(window, wanted) {
    const found = wanted.find((it) => this.fits(it, window));
    if (!found) {
      this.say(this.root.dataset.full);
      return;
    }
    const before = this.snapshot();
    Object.assign(window, { day: found.day, start: found.start, end: found.end });
    this.write(before);
    this.choose(window);
    window.parts[0].focus({ preventScroll: true });
    window.parts[0].scrollIntoView({ block: "nearest", inline: "nearest" });
    this.say(this.nameOf(window));
  }

  remove(window) {
    const before = this.snapshot();
    const place = this.of(window.day).indexOf(window);
    this.windows = this.windows.filter((it) => it !== window);
    this.write(before);
    this.focusOn(window.day, Math.max(0, place - 1));
    this.say(say(this.root.dataset.removed, this.nameOf(window)));
  }

  // To the line, with the window's own words marked.
  type(window) {
    const line = this.lines[window.day];
    const place = this.of(window.day).indexOf(window);
    const texts = line.value.split(/[,;\n]/);
    const index = texts.findIndex((text) => readStretch(text.trim())?.start === window.start);
    const from = texts.slice(0, index).join(",").length + (index > 0 ? 1 : 0);
    const blank = texts[index].length - texts[index].trimStart().length;
    this.before = this.snapshot();
    line.focus();
    line.setSelectionRange(from + blank, from + texts[index].trimEnd().length);
    this.cameFrom = place;
  }

  add(day) {
    const hours = Array.from({ length: 24 }, (_, index) => ((index + 9) % 24) * HOUR);
    const start = hours.find((hour) => this.fits({ day, start: hour, end: hour + HOUR }));
    if (start === undefined) {
      this.say(this.root.dataset.full);
      return;
    }
    const before = this.snapshot();
    const window = { day, start, end: start + HOUR };
    this.windows.push(window);
    this.write(before);
    window.parts[0].focus();
    this.say(say(this.root.dataset.added, this.nameOf(window)));
  }

  focusOn(day, place) {
    const windows = this.of(day);
    const window = windows[Math.min(place, windows.length - 1)];
    this.show(day);
    (window?.parts[0] ?? this.root.querySelector(`[data-add="${day}"]`)).focus();
  }

  click(event) {
    const button = event.target.closest("button");
    if (button?.dataset.add) {
      this.add(Number(button.dataset.add));
    } else if (button?.dataset.show) {
      this.show(Number(button.dataset.show));
    } else if (button?.matches("[data-undo]")) {
      this.undo();
    } else if (button?.matches("[data-remove]") && this.chosen) {
      this.remove(this.chosen);
    }
  }

  // ---- what is seen and heard ----

  nameOf(window) {
    return say(this.root.dataset.window, this.names[window.day], clock(window.start), endClock(window.end));
  }

  say(words) {
    const place = this.root.querySelector("[data-say]");
    place.textContent = place.textContent === words ? words + "\u00a0" : words;
  }

  // The day shown where there is room for one only.
  show(day) {
    for (const it of this.root.querySelectorAll("[data-day]")) {
      it.toggleAttribute("data-shown", Number(it.dataset.day) === day);
    }
    for (const it of this.root.querySelectorAll("[data-show]")) {
      it.setAttribute("aria-pressed", String(Number(it.dataset.show) === day));
    }
    this.form.querySelector("[name=copyFrom]").value = String(day + 1);
  }

  choose(window) {
    this.chosen = this.windows.includes(window) ? window : null;
    if (this.chosen) {
      this.show(window.day);
    }
    this.mark();
  }

  mark() {
    for (const [part, window] of this.parts) {
      part.toggleAttribute("data-chosen", window === this.chosen);
    }
    const text = this.root.querySelector("[data-chosen-text]");
    text.textContent = this.chosen ? this.nameOf(this.chosen) : text.dataset.none;
    this.root.querySelector("[data-remove]").disabled = !this.chosen;
  }

  render() {
    const focused = this.parts.get(document.activeElement);
    this.parts.clear();
    for (const window of this.windows) {
      window.parts ??= [this.part(false), this.part(true)];
      window.parts.forEach((part) => this.parts.set(part, window));
      this.place(window);
    }
    for (const [day, column] of this.columns.entries()) {
      const yesterday = (day + 6) % 7;
      const tails = this.of(yesterday).filter((it) => it.end > DAY).map((it) => it.parts[1]);
      const wanted = [...tails, ...this.of(day).map((it) => it.parts[0])];
      if (wanted.length !== column.children.length || wanted.some((part, index) => part !== column.children[index])) {
        column.replaceChildren(...wanted);
      }
      column.toggleAttribute("data-bad", this.bad.has(day));
    }
    if (focused && this.windows.includes(focused) && document.activeElement !== focused.parts[0]) {
      focused.parts[0].focus({ preventScroll: true });
    }
    if (!this.windows.includes(this.chosen)) {
      this.chosen = null;
    }
    this.mark();
  }

  part(tail) {
    const part = document.createElement(tail ? "div" : "button");
    part.className = "week-window";
    if (tail) {
      part.dataset.tail = "";
      part.setAttribute("aria-hidden", "true");
    } else {
      part.type = "button";
      part.setAttribute("aria-describedby", "week-help");
    }
    part.append(this.edge("start"), document.createElement("span"), this.edge("end"));
    return part;
  }

  edge(which) {
    const edge = document.createElement("span");
    edge.className = "week-edge";
    edge.dataset.edge = which;
    return edge;
  }

  place(window) {
    const [head, tail] = window.parts;
    const over = window.end > DAY;
    const words = `${clock(window.start)}–${endClock(window.end)}`;
    head.setAttribute("aria-label", this.nameOf(window));
    head.children[1].textContent = words;
    tail.children[1].textContent = over ? `–${endClock(window.end)}` : "";
    head.style.gridRow = `${window.start / QUARTER + 1} / ${Math.min(window.end, DAY) / QUARTER + 1}`;
    tail.style.gridRow = `1 / ${Math.max(1, window.end - DAY) / QUARTER + 1}`;
    head.toggleAttribute("data-over", over);
    head.toggleAttribute("data-short", window.end - window.start < 2 * QUARTER);
  }
}

// What is typed or drawn is not lost by leaving unasked.
document.addEventListener("input", (event) => {
  const form = event.target.closest("#availability");
  if (form && event.target.type !== "checkbox") {
    form.dataset.changed = "true";
  }
});
document.addEventListener("submit", (event) => { delete event.target.dataset.changed; });
addEventListener("beforeunload", (event) => {
  if (document.querySelector("#availability[data-changed]")) {
    event.preventDefault();
  }
});

function begin() {
  for (const root of document.querySelectorAll("[data-week][hidden]")) {
    new WeekGrid(root);
  }
}

document.addEventListener("htmx:afterSettle", begin);
begin();
